import * as v from 'valibot'
import { get, post, type ResultOf } from '../../contract/route.ts'
import { instantOut } from '../../contract/shapes.ts'

const part = v.object({ port: v.nullable(v.number()), path: v.string() })
const place = v.object({ id: v.string(), name: v.string() })

/** The wait of one hall over the last hour, as people were told it when they came. */
export const curveOut = v.object({
  point: place,
  waiting: v.number(),
  /** What somebody who comes now is told; null where nobody is served. */
  minutes: v.nullable(v.number()),
  points: v.array(v.object({ at: instantOut, minutes: v.number() })),
})

/** Everything the stage shows beside the screens themselves. */
export const stageState = get('/stage/state', {
  summary: 'How the main hall of the demonstration is',
  live: true,
  result: v.object({
    at: instantOut,
    zone: v.string(),
    /** Where the parts are on this machine; null for the port of the stage itself. Everybody is told the same, by whatever name they came. */
    addresses: v.object({ kiosk: part, paper: part, counter: part, display: part, book: part, mailbox: part }),
    cut: v.boolean(),
    /** Numbers that the kiosk gave by itself and the hall has not heard of yet; and those that it has. */
    owed: v.array(v.string()),
    merged: v.array(v.string()),
    paperOut: v.boolean(),
    /** What the control room is told about this kiosk's paper. */
    alerted: v.boolean(),
    busyUntil: v.nullable(instantOut),
    diversion: v.nullable(v.object({ to: place, until: instantOut, sent: v.number() })),
    /** The kiosk offers the other hall now. */
    offered: v.boolean(),
    /** The main hall, then the quieter one. */
    curves: v.tuple([curveOut, curveOut]),
    /** A number that a phone follows: the last one that somebody real took at the kiosk, else somebody simulated's. */
    followed: v.nullable(v.object({ label: v.string(), path: v.string() })),
    canLeap: v.boolean(),
  }),
})

export type StageState = ResultOf<typeof stageState>

export const acts = ['network', 'paper', 'busy', 'divert', 'leap'] as const
export type Act = (typeof acts)[number]

export const stageAct = post('/stage/acts/:act', {
  summary: 'Make something happen in the main hall, or put it right again',
  params: { act: v.picklist(acts) },
  plain: true,
  body: v.strictObject({ on: v.boolean() }),
  result: v.object({}),
})

/** Who one can be with one press, and where that leads. */
export const roles = { manager: '/control-room/', admin: '/control-room/' } as const
export type Role = keyof typeof roles
export const signInPath = '/stage/sign-in'
