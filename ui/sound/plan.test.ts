import { expect, test } from 'vitest'
import { deClips } from './clips/de.ts'
import { enClips } from './clips/en.ts'
import { frClips } from './clips/fr.ts'
import { nlClips } from './clips/nl.ts'
import { ptClips } from './clips/pt.ts'
import { plan, planCall, type Sample, type Sounds } from './plan.ts'
import { piecesOf } from './sentence.ts'

const alphabet = [...'ABCDEFGHJKLMPRSTUVWXYZ']
const tables = { nl: nlClips, en: enClips, fr: frClips, de: deClips, pt: ptClips }
const lengths = (clips: typeof nlClips) => Object.fromEntries(Object.entries(clips).map(([clip, [, seconds]]) => [clip, seconds]))
const sounds: Sounds = {
  chimeSeconds: 1.1,
  voices: [
    { language: 'nl', seconds: lengths(nlClips) },
    { language: 'en', seconds: lengths(enClips) },
  ],
}
const labels = (count: number) =>
  Array.from({ length: count }, (_, index) => `${alphabet[index % alphabet.length]}\u2009${String(index % 1300).padStart(3, '0')}`)
const saidBy = (voice: string, samples: Sample[]) => samples.filter((sample) => sample.voice === voice).map(({ clip }) => clip)

test('a number is said one character at a time, and then the counter', () => {
  expect(piecesOf({ label: 'A\u2009042', counterNumber: 3 }).map(({ clip }) => clip)).toEqual(['number', 'A', '0', '4', '2', 'counter-3'])
})

test('a number past 999 is said with four digits', () => {
  expect(piecesOf({ label: 'A 1042', counterNumber: 12 }).map(({ clip }) => clip)).toEqual([
    'number',
    'A',
    '1',
    '0',
    '4',
    '2',
    'counter-12',
  ])
})

test('an emergency number takes a breath after the kiosk', () => {
  const pieces = piecesOf({ label: 'N2 014', counterNumber: 5 })
  expect(pieces.map(({ clip }) => clip)).toEqual(['number', 'N', '2', '0', '1', '4', 'counter-5'])
  expect(pieces[2]?.pause).toBeGreaterThan(0.2)
  expect(pieces[1]?.pause).toBeLessThan(0.1)
})

test('without a counter only the number is said', () => {
  expect(piecesOf({ label: 'C007' }).map(({ clip }) => clip)).toEqual(['number', 'C', '0', '0', '7'])
})

test.each(Object.entries(tables))('every label and every counter can be said in %s', (_, clips) => {
  const all = [...labels(22 * 1300), ...Array.from({ length: 9 }, (_, kiosk) => `N${kiosk + 1} 0${kiosk}9`), 'N12 014']
  const missing = new Set<string>()
  for (const label of all) for (const { clip } of piecesOf({ label })) if (!clips[clip]) missing.add(clip)
  for (let counterNumber = 1; counterNumber <= 99; counterNumber++) {
    for (const { clip } of piecesOf({ label: 'A001', counterNumber })) if (!clips[clip]) missing.add(clip)
  }
  expect([...missing]).toEqual([])
})

test('a thousand calls at random times: none overlaps, none is missing, all in order', () => {
  let seed = 7
  const random = () => {
    seed = (seed * 48271) % 2147483647
    return seed / 2147483647
  }
  let askedAt = 0
  const calls = labels(1000).map((label, index) => {
    askedAt += random() * 14
    return { key: `ticket-${index}:1`, label, counterNumber: 1 + Math.floor(random() * 99), askedAt }
  })
  const samples = plan(calls, sounds)
  let overlaps = 0
  for (const [index, sample] of samples.entries()) {
    expect(sample.endsAt).toBeGreaterThan(sample.startsAt)
    if (index > 0 && sample.startsAt < samples[index - 1]!.endsAt) overlaps++
  }
  expect(overlaps).toBe(0)
  const perKey = Map.groupBy(samples, ({ key }) => key)
  for (const call of calls) {
    const own = perKey.get(call.key) ?? []
    const words = piecesOf(call).map(({ clip }) => clip)
    expect(own[0]).toMatchObject({ voice: 'chime' })
    expect(own[0]!.startsAt).toBeGreaterThanOrEqual(call.askedAt)
    expect(saidBy('nl', own)).toEqual(words)
    if (saidBy('en', own).length > 0) expect(saidBy('en', own)).toEqual(words)
  }
  expect([...perKey.keys()]).toEqual(calls.map(({ key }) => key))
})

test('a call that comes while nothing sounds starts at once', () => {
  expect(planCall({ key: 'a', label: 'A042', counterNumber: 3 }, sounds, 100, 40).samples[0]?.startsAt).toBe(100)
})

test('a hall that calls too fast is said in the first voice only, until it has caught up', () => {
  const waits = planCall({ key: 'a', label: 'A042', counterNumber: 3 }, sounds, 100, 120)
  expect(saidBy('en', waits.samples)).toEqual([])
  expect(saidBy('nl', waits.samples)).toHaveLength(6)
  const calm = planCall({ key: 'a', label: 'A042', counterNumber: 3 }, sounds, 100, 105)
  expect(saidBy('en', calm.samples)).toHaveLength(6)
})

test('a label that cannot be said whole is only chimed, never said in part', () => {
  const { samples, freeAt } = planCall({ key: 'a', label: 'Q042', counterNumber: 3 }, sounds, 0, 0)
  expect(samples.map(({ clip }) => clip)).toEqual(['chime'])
  expect(freeAt).toBeGreaterThan(1.1)
})

test('a call is said in the first voice of the hall and in the language of whoever is called, in no other', () => {
  const all: Sounds = {
    chimeSeconds: 1.1,
    voices: Object.entries(tables).map(([language, clips]) => ({ language, seconds: lengths(clips) })),
  }
  const heard = (language: string) => [
    ...new Set(planCall({ key: 'a', label: 'A042', counterNumber: 3, language }, all, 0, 0).samples.map(({ voice }) => voice)),
  ]
  expect(heard('pt')).toEqual(['chime', 'nl', 'pt'])
  expect(heard('de')).toEqual(['chime', 'nl', 'de'])
  expect(heard('nl')).toEqual(['chime', 'nl'])
  expect(heard('ar')).toEqual(['chime', 'nl'])
})
