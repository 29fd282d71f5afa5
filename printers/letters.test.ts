import { beforeAll, expect, test } from 'vitest'
import { languages } from '../contract/language.ts'
import { type Bitmap, inkAt, inkBox } from './bitmap.ts'
import { blockBytes, slipBytes, warmUp } from './escpos.ts'
import { loadFonts } from './fonts.ts'
import { fitsCodePage, plain } from './printable.ts'
import { paperTexts, writtenDate, writtenWait } from './slip.ts'
import { frenchSlip, germanSlip, portugueseSlip } from './slips.test-support.ts'
import { decode } from './virtual/decode.ts'

beforeAll(warmUp)

async function paperOf(bytes: Uint8Array, width: 576 | 384 = 576) {
  const { papers, unread } = await decode(bytes, { width })
  expect([unread, papers.length, papers[0]?.unknown]).toEqual([0, 1, []])
  return papers[0]!
}

const inkOf = ({ width, height, bytes }: Bitmap) => `${width}x${height} ${Buffer.from(bytes).toString('hex')}`

test('a French paper is read back word for word', async () => {
  const { lines } = await paperOf(await slipBytes(frenchSlip))
  expect(lines).toEqual([
    'Mairie de Besançon',
    "Carte d'identité, 2 personnes",
    'Attente probable :',
    '10 à 20 minutes',
    'Avant vous : 6 personnes.',
    'Suivez votre tour sur votre',
    'téléphone. Vous pouvez sortir un',
    'moment.',
    'beurt.example/t/7f3k9q',
    'Préparez :',
    '- photo récente, reçu de 25 €',
    'mardi 24 novembre 2026, 10:42',
    'Numéro A 042',
  ])
})

test('a German paper is read back word for word', async () => {
  const { lines } = await paperOf(await slipBytes(germanSlip))
  expect(lines).toEqual([
    'Bürgerbüro Gießen',
    'Führerschein, 2 Personen',
    'Sie warten wahrscheinlich',
    '10 bis 20 Minuten',
    'Vor Ihnen: 6 Personen.',
    'Auf Ihrem Handy sehen Sie, wie',
    'weit es ist. Sie können kurz',
    'weggehen.',
    'beurt.example/t/7f3k9q',
    'Bitte bereithalten:',
    '- Gebühr: 43 €',
    'Dienstag, 24. November 2026,',
    '10:42 Uhr',
    'Nummer A 042',
  ])
})

test('a Portuguese paper is read back word for word', async () => {
  const { lines } = await paperOf(await slipBytes(portugueseSlip))
  expect(lines).toEqual([
    'Loja de Cidadão de São João',
    'Cartão de cidadão, 2 pessoas',
    'Espera provável:',
    '10 a 20 minutos',
    'À sua frente: 6 pessoas.',
    'Acompanhe a sua vez no',
    'telemóvel. Pode sair por um',
    'momento.',
    'beurt.example/t/7f3k9q',
    'Tenha à mão:',
    '- certidão de nascimento, 15 €',
    'terça-feira, 24 de novembro de',
    '2026, 10:42',
    'Senha A 042',
  ])
})

test('each letter of the six languages is in the printer’s own page, or is drawn by a face that has it', async () => {
  const { text, boldText } = await loadFonts()
  for (const letter of 'éèêëàâçîïôûùüÿœæÉÈÀÇŒäöüßÄÖÜẞãõáíóúâêôàçÃÕÁÇ€«»’„“–…') {
    const known = [text, boldText].every((faces) => faces.some((face) => face.characters.has(letter.codePointAt(0)!)))
    expect(fitsCodePage(plain(letter)) || known, letter).toBe(true)
    expect(known, `${letter} on a drawn line`).toBe(true)
  }
})

test('a line with œ, which the page lacks, is drawn with the right letter and not with its neighbours’', async () => {
  const { lines, bitmap } = await paperOf(await slipBytes({ ...frenchSlip, serviceNames: ['Mariage et nœuds'], people: 1 }))
  expect(lines.slice(0, 2)).toEqual(['Mairie de Besançon', 'Attente probable :'])
  expect(inkBox(bitmap)).toBeTruthy()
  const drawn = async (word: string) => {
    const block = { kind: 'drawn', text: word, size: 'body', bold: true, align: 'left', direction: 'ltr' } as const
    return (await paperOf(await blockBytes([block, { kind: 'cut' }], 576))).bitmap
  }
  const [ligature, two, box] = await Promise.all(['œœœ', 'oeoeoe', '\u{1f600}\u{1f600}\u{1f600}'].map(drawn))
  expect(new Set([ligature!, two!, box!].map(inkOf)).size).toBe(3)
  // One letter in each: a box of a missing letter is empty within, œ is not.
  const { left, right, top, bottom } = inkBox(ligature!)!
  const middle = Array.from({ length: right - left }, (_, x) => inkAt(ligature!, left + x, Math.round((top + bottom) / 2)))
  expect(middle.filter(Boolean).length).toBeGreaterThan((right - left) / 4)
})

test('the paper of each language keeps within the narrow width and is read without a question mark', async () => {
  for (const slip of [frenchSlip, germanSlip, portugueseSlip]) {
    const { lines, bitmap } = await paperOf(await slipBytes(slip, { width: 384 }), 384)
    expect(lines.join('\n')).not.toMatch(/[?\ufffd]/)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(Math.floor(384 / 18))
    expect(inkBox(bitmap)!.right).toBeLessThanOrEqual(384)
  }
})

test('dates, waits and people are said as each language says them', () => {
  const at = Date.UTC(2026, 10, 24, 9, 42)
  expect(writtenDate(at, 'Europe/Lisbon', 'pt')).toBe('terça-feira, 24 de novembro de 2026, 09:42')
  expect(writtenWait({ fromMinutes: 0, untilMinutes: 1 }, 'fr')).toBe('pas plus de 1 minute')
  expect(writtenWait({ fromMinutes: 0, untilMinutes: 5 }, 'de')).toBe('höchstens 5 Minuten')
  expect(writtenWait({ fromMinutes: 15, untilMinutes: 15 }, 'pt')).toBe('cerca de 15 minutos')
  expect([1, 2].map(paperTexts('fr').people)).toEqual(['1 personne', '2 personnes'])
  expect([1, 2].map(paperTexts('de').people)).toEqual(['1 Person', '2 Personen'])
  expect([1, 2].map(paperTexts('pt').people)).toEqual(['1 pessoa', '2 pessoas'])
  expect(new Set(languages.map((language) => paperTexts(language).keep)).size).toBe(languages.length)
})
