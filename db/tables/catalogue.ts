import { sql } from 'drizzle-orm'
import { boolean, check, date, doublePrecision, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { Openings } from '../../domain/openings.ts'
import type { Policy } from '../../domain/policy.ts'
import { instant } from './columns.ts'

/** A word or sentence per language; a language that is missing is shown as what it is, never passed off. */
export type PerLanguage = Partial<Record<string, string>>

/** An owner has service points, a provider gives services at somebody's counters, a partner books for a visitor; one body may be several. */
export type OrganisationKind = 'owner' | 'provider' | 'partner'

export const organisations = pgTable('organisations', {
  id: text().primaryKey(),
  names: jsonb().$type<PerLanguage>().notNull(),
  kinds: jsonb().$type<OrganisationKind[]>().notNull().default(['owner']),
})

export const points = pgTable(
  'points',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    /** The id in the source it was imported from, so that importing twice changes nothing. */
    externalId: text().unique('points_external_id_unique'),
    /** What sort of place it is: general, youth, migrants, library, consulate, van. */
    kind: text().notNull().default('general'),
    name: text().notNull(),
    address: text().notNull().default(''),
    postalCode: text().notNull().default(''),
    district: text().notNull().default(''),
    phone: text().notNull().default(''),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    zone: text().notNull(),
    languages: jsonb().$type<string[]>().notNull().default(['nl', 'en', 'fr', 'de', 'pt', 'ar']),
    openings: jsonb().$type<Openings>().notNull(),
    policy: jsonb().$type<Partial<Policy>>().notNull().default({}),
    gridMinutes: integer().notNull().default(15),
    holdMinutes: integer().notNull().default(10),
    coolMinutes: integer().notNull().default(10),
    leadMinutes: integer().notNull().default(30),
    horizonDays: integer().notNull().default(60),
    peopleMax: integer().notNull().default(8),
    /** Moves on with every change to the point, its services, counters or openings, so that images know to load again. */
    revision: integer().notNull().default(0),
  },
  (t) => [check('points_grid_divides_the_hour', sql`60 % ${t.gridMinutes} = 0`)],
)

export const services = pgTable(
  'services',
  {
    id: text().primaryKey(),
    /** Who gives it: its provider. */
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    names: jsonb().$type<PerLanguage>().notNull(),
    explanations: jsonb().$type<PerLanguage>().notNull().default({}),
    bring: jsonb().$type<Partial<Record<string, string[]>>>().notNull().default({}),
    /** Other words that people look for it by. */
    synonyms: jsonb().$type<Partial<Record<string, string[]>>>().notNull().default({}),
    /** Where it can be done online. */
    links: jsonb().$type<PerLanguage>().notNull().default({}),
    icon: text().notNull().default('document'),
    baseMinutes: integer().notNull(),
    extraMinutes: integer().notNull(),
    /** In hundredths of `currency`; 0 is free, null is not told. */
    priceCents: integer(),
    currency: text(),
    /** The youngest age, and the first age that is too old: half-open. */
    ageFrom: integer(),
    ageUntil: integer(),
  },
  (t) => [
    check(
      'services_price_has_its_currency',
      sql`${t.priceCents} is null or (${t.priceCents} >= 0 and ${t.currency} is not null and ${t.currency} ~ '^[A-Z]{3}$')`,
    ),
    check('services_ages_in_order', sql`coalesce(${t.ageFrom}, 0) >= 0 and coalesce(${t.ageFrom}, 0) < coalesce(${t.ageUntil}, 1000)`),
  ],
)

export const pointServices = pgTable(
  'point_services',
  {
    pointId: text()
      .notNull()
      .references(() => points.id),
    serviceId: text()
      .notNull()
      .references(() => services.id),
    /** Place in the kiosk's menu. */
    place: integer().notNull(),
    series: text().notNull().default('A'),
    walkIn: boolean().notNull().default(true),
    bookable: boolean().notNull().default(true),
  },
  (t) => [
    primaryKey({ name: 'point_services_key', columns: [t.pointId, t.serviceId] }),
    check('point_services_series_is_a_letter', sql`${t.series} ~ '^[A-HJ-MPR-Z]$'`),
  ],
)

export const counters = pgTable(
  'counters',
  {
    pointId: text()
      .notNull()
      .references(() => points.id),
    id: integer().notNull(),
    serviceIds: jsonb().$type<string[]>().notNull(),
  },
  (t) => [primaryKey({ name: 'counters_key', columns: [t.pointId, t.id] }), check('counters_number', sql`${t.id} between 1 and 99`)],
)

export const shifts = pgTable(
  'shifts',
  {
    pointId: text()
      .notNull()
      .references(() => points.id),
    id: uuid().notNull(),
    kind: text().$type<'counter' | 'overbooking' | 'seats'>().notNull().default('counter'),
    weekdays: jsonb().$type<number[]>().notNull(),
    from: text('from_time').notNull(),
    until: text('until_time').notNull(),
    firstDay: date({ mode: 'string' }).notNull(),
    lastDay: date({ mode: 'string' }),
    serviceIds: jsonb().$type<string[]>().notNull(),
    channels: jsonb().$type<string[]>().notNull().default([]),
    seats: integer().notNull().default(0),
  },
  (t) => [primaryKey({ name: 'shifts_key', columns: [t.pointId, t.id] })],
)

export const diversions = pgTable(
  'diversions',
  {
    pointId: text()
      .notNull()
      .references(() => points.id),
    id: uuid().notNull(),
    toPointId: text()
      .notNull()
      .references(() => points.id),
    serviceIds: jsonb().$type<string[]>().notNull().default([]),
    startedAt: instant().notNull(),
    until: instant('until_at').notNull(),
    minGainMinutes: integer().notNull().default(10),
    /** Whom it concerns: who takes a number, who books or has booked, or both. */
    concerns: text().$type<'walk-ins' | 'bookings' | 'both'>().notNull().default('walk-ins'),
    endedAt: instant(),
    staffId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ name: 'diversions_key', columns: [t.pointId, t.id] }),
    unique('diversions_id_unique').on(t.id),
    check('diversions_concerns', sql`${t.concerns} in ('walk-ins', 'bookings', 'both')`),
  ],
)

/** Where a mobile point stands on a day of the week (1 is Monday). */
export const stops = pgTable(
  'stops',
  {
    pointId: text()
      .notNull()
      .references(() => points.id),
    weekday: integer().notNull(),
    name: text().notNull(),
    address: text().notNull().default(''),
    postalCode: text().notNull().default(''),
    latitude: doublePrecision().notNull(),
    longitude: doublePrecision().notNull(),
  },
  (t) => [primaryKey({ name: 'stops_key', columns: [t.pointId, t.weekday] }), check('stops_weekday', sql`${t.weekday} between 1 and 7`)],
)
