import { Problem } from '../contract/problems.ts'
import type { Guards } from '../db/commit.ts'
import { type Connections, connect } from '../db/connect.ts'
import { makeCatalogue } from './catalogue.ts'
import type { Clock, RealClock } from './clock.ts'
import { type ClockCheck, makeClockCheck, noClockCheck, refuseWrongClock } from './clock-check.ts'
import { makeDiversions } from './diversions.ts'
import { makeDoorbell } from './doorbell.ts'
import { makeGazetteer } from './gazetteer.ts'
import type { House } from './house.ts'
import { makeIdentify } from './identify.ts'
import { makeSlotIndex, type SlotIndex } from './index-of-slots.ts'
import { startJobs } from './jobs/jobs.ts'
import { makeKeeper, type Rung } from './keeper/keeper.ts'
import type { OwnMove } from './keeper/place.ts'
import { makeLive } from './live.ts'
import type { Log } from './log.ts'
import { makeLook } from './look.ts'
import type { Mailer } from './mail/mailer.ts'
import { makeSecrets } from './secrets.ts'
import { makeServiceWords } from './service-words.ts'
import { makeTries } from './tries.ts'
import { makeWaits } from './waits.ts'

/** A real clock has to agree with the database's, now and later; any other is set by who made it. */
type ClockGiven = { clock: RealClock; realClock: true } | { clock: Clock; realClock?: false }

export type StartGiven = ClockGiven & {
  databaseUrl: string
  key: string
  publicUrl: string
  writesPerMinute: number
  log: Log
  mailer: Mailer
  hashPassword: House['hashPassword']
  verifyPassword: House['verifyPassword']
  /** Without jobs nothing happens by itself: tests run them by hand. */
  jobs?: boolean
  guards?: Guards
}

/** Makes the house of a process over a migrated database, and starts what runs by itself. */
export async function startHouse(given: StartGiven): Promise<{ house: House; stop(): Promise<void> }> {
  const { connections, clockCheck } = await connectTo(given)
  const { clock, log } = given
  const catalogue = makeCatalogue(connections.slowSql)
  await catalogue.load()
  const live = makeLive((error, stream) => error instanceof Problem || log.fault(error, { stream }))
  const slotIndex = makeSlotIndex({ sql: connections.slowSql, clock, catalogue })
  const indexed = makeIndexing(slotIndex)
  const keeper = makeKeeper({
    url: given.databaseUrl,
    sql: connections.sql,
    clock,
    guards: given.guards,
    rung(rung, own) {
      indexed(rung, own)
      live.ring(rung.pointId)
      doorbell.ring(rung)
    },
  })
  const diversions = makeDiversions({ slow: connections.slow, clock })
  await diversions.load()
  const heard = (rung: Rung) => {
    indexed(rung)
    if (keeper.heard(rung) || rung.hallVersion === 0) live.ring(rung.pointId)
  }
  const changed = (pointId: string) => {
    keeper.changed(pointId)
    slotIndex.moved(pointId)
    live.ring(pointId)
  }
  const doorbell = makeDoorbell({
    sql: connections.slowSql,
    process: crypto.randomUUID(),
    heard,
    look: makeLook({ sql: connections.slowSql, keeper, catalogue, diversions, heard, changed, ring: live.ring }),
  })
  const house: House = {
    connections,
    clock,
    clockCheck,
    keeper,
    live,
    doorbell,
    catalogue,
    slotIndex,
    gazetteer: makeGazetteer(catalogue),
    serviceWords: makeServiceWords(catalogue),
    diversions,
    waits: makeWaits({ sql: connections.slowSql, keeper, clock }),
    ...makeAccess({ connections, clock, key: given.key }),
    log,
    publicUrl: given.publicUrl,
    writesPerMinute: given.writesPerMinute,
    hashPassword: given.hashPassword,
    verifyPassword: given.verifyPassword,
  }
  await slotIndex.load()
  const jobs = given.jobs === false ? null : startJobs(house, given.mailer)
  return {
    house,
    async stop() {
      await jobs?.stop()
      clockCheck.stop()
      await slotIndex.stop()
      await doorbell.close()
      await keeper.close()
      await connections.close()
    },
  }
}

async function connectTo(given: StartGiven): Promise<{ connections: Connections; clockCheck: ClockCheck }> {
  const connections = connect(given.databaseUrl)
  const sql = connections.slowSql
  try {
    if (!given.realClock) return { connections, clockCheck: noClockCheck }
    await refuseWrongClock(sql, given.clock)
    return { connections, clockCheck: makeClockCheck({ sql, clock: given.clock, log: given.log }) }
  } catch (error) {
    await connections.close()
    throw error
  }
}

/** What opens doors: proofs, and who may have guessed too often. */
function makeAccess(given: { connections: Connections; clock: Clock; key: string }): Pick<House, 'secrets' | 'identify' | 'tries'> {
  const { connections, clock } = given
  const secrets = makeSecrets(given.key)
  return { secrets, identify: makeIdentify({ connections, clock, secrets }), tries: makeTries(clock) }
}

/** A ticket moves no calendar: only what does goes into the index, from memory where this process committed it, else read again. */
function makeIndexing(slotIndex: SlotIndex): (rung: Rung, own?: OwnMove | null) => void {
  const calendars = new Map<string, number>()
  return ({ pointId, calendarVersion }, own) => {
    if (calendarVersion === 0 || calendars.get(pointId) === calendarVersion) return
    calendars.set(pointId, calendarVersion)
    if (!own || !slotIndex.put(own)) slotIndex.moved(pointId)
  }
}
