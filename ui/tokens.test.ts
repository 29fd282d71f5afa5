import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sheet = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const tokens = sheet('./tokens.css')
const sheets = ['./tokens.css', './base.css', './parts.css', './fonts.css']

function colours(rule: string, under: Record<string, string> = {}): Record<string, string> {
  const body = tokens.split(`${rule} {`)[1]?.split('}')[0] ?? ''
  const found = { ...under }
  for (const [, name, value] of body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6}|var\(--[\w-]+\));/g)) {
    const other = /var\(--([\w-]+)\)/.exec(value ?? '')?.[1]
    found[name ?? ''] = other ? (found[other] ?? '') : (value ?? '')
  }
  return found
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** The contrast of WCAG 2.2, 1 to 21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const day = colours(':root')
const paints = { day, night: colours('.night', day) }

// biome-ignore format: a table
const texts = [
  ['ink', 'paper'], ['ink', 'mist'], ['ink', 'action-wash'], ['ink', 'signal-wash'],
  ['ink-soft', 'paper'], ['ink-soft', 'mist'], ['ink-soft', 'signal-wash'],
  ['action', 'paper'], ['action', 'mist'], ['on-action', 'action'], ['on-action', 'action-press'], ['action-press', 'action-wash'], ['action', 'action-wash'],
  ['on-signal', 'signal'],
  ['good', 'good-wash'], ['warn', 'warn-wash'], ['bad', 'bad-wash'], ['good', 'paper'], ['warn', 'paper'], ['bad', 'paper'],
  ['paper', 'ink'],
  ['night-ink', 'night'], ['night-soft', 'night'], ['night-ink', 'night-2'], ['night-soft', 'night-2'],
] as const

// biome-ignore format: a table
const edges = [
  ['edge', 'paper'], ['edge', 'mist'], ['action', 'paper'], ['action', 'mist'], ['bad', 'paper'], ['signal', 'night'], ['night-edge', 'night'], ['ink', 'paper'], ['ink', 'mist'],
] as const

for (const [paint, colour] of Object.entries(paints)) {
  test.each(texts)(`by ${paint}, %s as text on %s has contrast 7:1`, (front, back) => {
    expect(contrast(colour[front]!, colour[back]!)).toBeGreaterThanOrEqual(7)
  })
  test.each(edges)(`by ${paint}, %s as an edge on %s has contrast 3:1`, (front, back) => {
    expect(contrast(colour[front]!, colour[back]!)).toBeGreaterThanOrEqual(3)
  })
}

test('the contrast of black on white is 21, and of a colour on itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#71869d', '#71869d')).toBe(1)
})

test.each(sheets)('%s knows no left or right, so that Arabic needs no sheet of its own', (name) => {
  const physical = /(?:margin|padding|border|inset)-(?:left|right)\b|text-align:\s*(?:left|right)|[;{\s](?:left|right):|float:/g
  expect(sheet(name).match(physical)).toBeNull()
})

test.each(sheets)('%s gives sizes in rem or em, save for a hidden pixel', (name) => {
  expect(
    sheet(name)
      .replace(/\/\*.*?\*\//g, '')
      .match(/\d+px/g) ?? [],
  ).toEqual(name === './base.css' ? ['1px', '1px'] : [])
})

test.each(sheets)('%s sends no request to another house', (name) => {
  expect(sheet(name)).not.toMatch(/https?:|\/\//)
})
