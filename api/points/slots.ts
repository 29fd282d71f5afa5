import type { daysOfPoint, slotsOfDay } from '../../contract/points.ts'
import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import type { Channel } from '../../domain/ids.ts'
import { openSpans } from '../../domain/openings.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { daysWithSlots, freeSlots } from '../../domain/slots.ts'
import { dayOf, iso, quantumMinutes } from '../../domain/time.ts'
import { readWanted, type Wanted } from '../../domain/wanted.ts'
import type { Identity } from '../identity.ts'
import type { Asked } from '../serve.ts'
import { idsAt } from '../visits/find.ts'
import { visitOf } from '../visits/read.ts'

const daysUsual = 31

/** Staff see what they may book for somebody at the desk. */
const channelOf = (identity: Identity): Channel => (identity.kind === 'staff' ? 'desk' : 'web')

const wantedOf = ({ identity, input }: Asked<typeof daysOfPoint> | Asked<typeof slotsOfDay>): Wanted => ({
  serviceIds: input.services,
  people: input.people,
  channel: channelOf(identity),
})

/** The calendar of a point, and what would go from it: who shows the link of a visit looks for another time for it. */
async function keptWithout({ house, identity, input }: Asked<typeof daysOfPoint> | Asked<typeof slotsOfDay>) {
  if (identity.kind !== 'visitor') return { ...(await house.keeper.kept(input.point)), without: [] }
  const ids = idsAt(await visitOf(house, identity, identity.visitId), input.point)
  const kept = await house.keeper.kept(input.point, ids)
  return { ...kept, without: ids.flatMap((id) => kept.calendar.appointments.get(id) ?? []) }
}

/** How many slots each day has; nothing before today. */
export async function days(asked: Asked<typeof daysOfPoint>): Promise<ResultOf<typeof daysOfPoint>> {
  const { house, input } = asked
  const { calendar, settings, without } = await keptWithout(asked)
  const now = house.clock.now()
  const today = dayOf(now, settings.zone)
  const fromDay = input.from && input.from > today ? input.from : today
  const wanted = wantedOf(asked)
  const want = readWanted(calendar.settings, wanted)
  if (isRefusal(want)) throw new Problem(want.refused, want.details)
  const found = daysWithSlots(calendar, { ...wanted, fromDay, days: input.days ?? daysUsual, now, without })
  return {
    zone: settings.zone,
    days: found.map(({ day, slots }) => ({ day, slots, open: openSpans(settings.openings, day, settings.zone).length > 0 })),
  }
}

/** The slots of one day. */
export async function slots(asked: Asked<typeof slotsOfDay>): Promise<ResultOf<typeof slotsOfDay>> {
  const { house, input } = asked
  const { calendar, settings, without } = await keptWithout(asked)
  const wanted = wantedOf(asked)
  const want = readWanted(calendar.settings, wanted)
  if (isRefusal(want)) throw new Problem(want.refused, want.details)
  const found = freeSlots(calendar, { ...wanted, day: input.day, now: house.clock.now(), without })
  return {
    zone: settings.zone,
    minutes: want.quanta * quantumMinutes,
    slots: found.map((s) => ({ startsAt: iso(s.startsAt), endsAt: iso(s.endsAt), wallTime: s.wallTime, day: s.day })),
  }
}
