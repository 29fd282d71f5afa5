/** Characters 128 to 255 of code page 858 (page 850 with the euro), the page the printer is told to use. */
export const cp858 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

const letters = new Set(cp858)

// What typographers add and a printer's page lacks; the words stay the same.
const plainer: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‚': ',',
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  '…': '...',
}

/**
 * Text as it may go on paper: no control characters (so no printer commands), no invisible direction marks,
 * every kind of white space as one space, composed letters. Joiners that Persian and Hindi need stay.
 */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu, '')
    .replace(/ +/g, ' ')
    .trim()
}

/** The same text with typographic marks in the plain form every code page has. */
export function plain(text: string): string {
  return printable(text).replace(/[‘’‚“”„–—‑…]/g, (mark) => plainer[mark] ?? mark)
}

/** True when the printer's own letters (code page 858) can say all of the text. */
export function fitsCodePage(text: string): boolean {
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    if (code < 0x20 || code === 0x7f || (code > 0x7f && !letters.has(letter))) return false
  }
  return true
}
