import type { Tile } from './tiles.ts'

/** 10:42 in Aalter. */
export const tileAt = Date.parse('2026-11-24T09:42:00.000Z')

/** A calm hall, changed where a test says so. */
export const tile = (pointId: string, change: Partial<Tile> = {}): Tile => ({
  pointId,
  name: `Zaal ${pointId}`,
  organisationId: 'gemeente',
  district: 'midden',
  towns: ['Aalter'],
  country: 'BE',
  zone: 'Europe/Brussels',
  latitude: 51,
  longitude: 3.7,
  version: 1,
  open: true,
  waiting: 0,
  longestSince: null,
  wait: { fromMinutes: 0, untilMinutes: 5 },
  waitLimitMinutes: 20,
  countersOpen: 2,
  countersPlanned: 2,
  serving: 0,
  finishedToday: 0,
  alerts: [],
  diversions: [],
  ...change,
})
