import type { Language } from '../contract/language.ts'
import { localeOf } from '../ui/language.ts'
import { type HallState, hallStates, longestMinutes, stateOf } from './hall-state.ts'
import type { Tile } from './tiles.ts'

export type Column = 'name' | 'state' | 'waiting' | 'longest' | 'wait' | 'counters' | 'serving' | 'finished' | 'alerts'
export interface Order {
  by: Column
  down: boolean
}
export const alertKinds = ['any', 'paper', 'not-seen', 'stray-numbers'] as const
export type AlertKind = (typeof alertKinds)[number]
export interface Filter {
  text: string
  organisation: string
  district: string
  state: HallState | ''
  alert: AlertKind | ''
}

export const worstFirst: Order = { by: 'state', down: true }
export const noFilter: Filter = { text: '', organisation: '', district: '', state: '', alert: '' }

/** Whether a column is worst, most or longest first when it is chosen; names begin at the first letter. */
export const firstDown = (by: Column): boolean => by !== 'name'

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const hasAlert = ({ alerts }: Tile, kind: AlertKind): boolean =>
  alerts.some(({ code }) => kind === 'any' || kind === code || (kind === 'paper' && code.startsWith('paper')))

/** True for a hall whose name, district or town, in whatever language, has all the words, in any order, without accents. */
export function fits(tile: Tile, filter: Filter, now: number): boolean {
  return (
    (!filter.organisation || tile.organisationId === filter.organisation) &&
    (!filter.district || tile.district === filter.district) &&
    (!filter.state || stateOf(tile, now) === filter.state) &&
    (!filter.alert || hasAlert(tile, filter.alert)) &&
    (!filter.text || hasWords(tile, filter.text))
  )
}

function hasWords({ name, district, towns }: Tile, text: string): boolean {
  const place = plain([name, district, ...towns].join(' '))
  return plain(text)
    .split(/\s+/)
    .every((word) => place.includes(word))
}

const collators = new Map<Language, Intl.Collator>()
function collatorOf(language: Language): Intl.Collator {
  const collator = collators.get(language) ?? new Intl.Collator(localeOf(language), { numeric: true })
  collators.set(language, collator)
  return collator
}

/** The halls that fit, in order; halls that are alike stand by name. */
export function ordered(tiles: readonly Tile[], given: { order: Order; filter: Filter; now: number; language: Language }): string[] {
  const { order, filter, now } = given
  const { compare } = collatorOf(given.language)
  const keyed = tiles.filter((tile) => fits(tile, filter, now)).map((tile) => ({ tile, key: keyOf(tile, order.by, now) }))
  const turn = order.down ? -1 : 1
  keyed.sort((a, b) => turn * apart(a.key, b.key) || (order.by === 'name' ? turn : 1) * compare(a.tile.name, b.tile.name))
  return keyed.map(({ tile }) => tile.pointId)
}

function apart(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return 0
}

function keyOf(tile: Tile, by: Column, now: number): readonly number[] {
  const longest = longestMinutes(tile, now) ?? -1
  switch (by) {
    case 'name':
      return []
    case 'state':
      return [-hallStates.indexOf(stateOf(tile, now)), longest, tile.waiting]
    case 'waiting':
      return [tile.waiting, longest]
    case 'longest':
      return [longest, tile.waiting]
    case 'wait':
      return [tile.wait?.untilMinutes ?? -1, tile.wait?.fromMinutes ?? -1]
    case 'counters':
      return [tile.countersPlanned - tile.countersOpen, tile.countersPlanned]
    case 'serving':
      return [tile.serving]
    case 'finished':
      return [tile.finishedToday]
    case 'alerts':
      return [tile.alerts.length]
  }
}
