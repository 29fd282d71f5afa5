import { type Asker, ask } from '../contract/ask.ts'
import { onePoint, slotsOfDay } from '../contract/points.ts'
import { Problem } from '../contract/problems.ts'
import type { ResultOf } from '../contract/route.ts'
import { arriveWithAppointment, counterActs, takeTicket } from '../contract/tickets.ts'
import { bookHold, holdSlot } from '../contract/visits.ts'
import { type Day, fromIso, type Instant, minuteMs } from '../domain/time.ts'
import type { Agenda } from './agenda.ts'
import type { Random } from './random.ts'

export type Hall = {
  pointId: string
  opensAt: Instant
  closesAt: Instant
  day: Day
  counters: readonly number[]
  comersPerHour: number
  kiosk: Asker
  visitor: Asker
  visitorWith: (token: string) => Asker
  clerk: (counter: number) => Asker
}

const second = 1000
const names = [
  'Amina Haddad',
  'Jan De Smet',
  'Lieve Peeters',
  'Omar Benali',
  'Rosa Martins',
  'Pieter Claes',
  'Fatima Zahra',
  'Tom Maes',
  "Siobhán O'Brien",
  'Wei Chen',
]
const languages = ['nl', 'nl', 'nl', 'nl', 'en', 'ar'] as const

/** Simulated people of one hall: they come, book, wait, are called and served, all through the api as anybody would. */
export function makePeople(given: {
  agenda: Agenda
  random: Random
  now: () => Instant
  newId: () => string
  hall: Hall
  waitingLimit: number
}) {
  const { agenda, random, now, newId, hall } = given
  let point: ResultOf<typeof onePoint> | null = null
  let waiting = 0

  const later = (seconds: number, act: () => Promise<void> | void) => agenda.plan(now() + seconds * second, act)
  const serviceMinutes = (id: string): number => point?.services.find((s) => s.id === id)?.baseMinutes ?? 8
  const isOver = () => now() >= hall.closesAt - 10 * minuteMs

  async function comes(): Promise<void> {
    if (!isOver()) later(random.exponential(3600 / hall.comersPerHour), comes)
    if (waiting >= given.waitingLimit && random.chance(0.7)) return
    const services = point!.services.filter((s) => s.walkIn)
    const service = random.chance(0.4) ? services[0]! : random.pick(services)
    await ask(
      hall.kiosk,
      takeTicket,
      { point: hall.pointId, serviceIds: [service.id], people: random.chance(0.8) ? 1 : 2, language: random.pick(languages) },
      newId(),
    )
    waiting += 1
  }

  /** Books a slot of a day as a visitor online does; comes for it, a little early, when it is today. */
  async function books(day: Day): Promise<void> {
    const service = random.pick(point!.services.filter((s) => s.bookable))
    const query = { point: hall.pointId, services: service.id, people: '1' }
    const { slots } = await ask(hall.visitor, slotsOfDay, { ...query, day })
    if (slots.length === 0) return
    const slot = random.pick(slots)
    const language = random.pick(languages)
    const id = newId()
    const held = await ask(
      hall.visitor,
      holdSlot,
      { point: hall.pointId, serviceIds: [service.id], people: 1, language, startsAt: slot.startsAt },
      id,
    )
    const name = random.pick(names)
    await ask(
      hall.visitorWith(held.token),
      bookHold,
      {
        point: hall.pointId,
        appointment: id,
        name,
        email: `${name
          .split(' ')[0]!
          .normalize('NFD')
          .replace(/[^A-Za-z]/g, '')
          .toLowerCase()}@example.org`,
      },
      newId(),
    )
    const startsAt = fromIso(slot.startsAt)!
    if (day === hall.day && random.chance(0.93))
      agenda.plan(startsAt - random.below(12) * minuteMs, () => arrives(held.reference, language))
  }

  async function arrives(code: string, language: (typeof languages)[number]): Promise<void> {
    await ask(hall.kiosk, arriveWithAppointment, { point: hall.pointId, code, language }, newId())
    waiting += 1
  }

  /** A clerk at a counter: calls, waits for the visitor to walk, serves, finishes, goes on. */
  function clerk(counter: number) {
    const asker = hall.clerk(counter)
    const at = { point: hall.pointId, counter: String(counter) }
    const next = async (): Promise<void> => {
      if (now() >= hall.closesAt) return
      try {
        const called = await ask(asker, counterActs.callNext, at, newId())
        waiting = Math.max(0, waiting - 1)
        if (called.ticket) meets(called.ticket.serviceIds, called.ticket.people)
        else later(15, next)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        if (error.code === 'counter-busy') await ask(asker, counterActs.finish, at, newId()).catch(() => {})
        if (error.code === 'counter-closed') await open()
        later(12 + random.below(20), next)
      }
    }
    const meets = (serviceIds: readonly string[], people: number): void => {
      if (random.chance(0.05)) later(45, recalls)
      else later(10 + random.below(25), () => serves(serviceIds, people))
    }
    const recalls = async (): Promise<void> => {
      await ask(asker, counterActs.recall, at, newId())
      later(40, async () => {
        await ask(asker, counterActs.miss, at, newId())
        later(3, next)
      })
    }
    const serves = async (serviceIds: readonly string[], people: number): Promise<void> => {
      await ask(asker, counterActs.start, at, newId())
      const minutes = serviceMinutes(serviceIds[0]!) * 0.85 + (people - 1) * 3
      later(minutes * 60 * random.factor(), async () => {
        await ask(asker, counterActs.finish, at, newId())
        later(4 + random.below(15), next)
      })
    }
    const open = () => ask(asker, counterActs.open, at, newId()).then(() => {})
    return { open, next }
  }

  return {
    /** Plans the day from its opening on; `resume` where the hall was busy already before this start. */
    async begin(resume: boolean): Promise<void> {
      point = await ask(hall.visitor, onePoint, { point: hall.pointId })
      const from = Math.max(now(), hall.opensAt)
      for (const counter of hall.counters) {
        const one = clerk(counter)
        agenda.plan(from + random.below(90) * second, async () => {
          if (!resume) await one.open()
          await one.next()
        })
      }
      agenda.plan(from + random.below(60) * second, comes)
    },
    books,
  }
}
