// Widths of the number font at its heaviest, in parts of its size, with its letter spacing: measured, rounded up.
const digit = 0.65
const space = 0.35
const letter = 0.76
const wideLetter = 0.92

/** How wide a label or counter is at most, in parts of its font size: what the size is worked out from. */
export function emsOf(text: string): number {
  let ems = 0
  for (const character of text) {
    if (/\d/.test(character)) ems += digit
    else if (/\s/.test(character)) ems += space
    else ems += /[MW]/.test(character) ? wideLetter : letter
  }
  return Math.round(ems * 100) / 100
}
