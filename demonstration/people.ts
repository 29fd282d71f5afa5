import { ask } from '../contract/ask.ts'
import { type Language, languages } from '../contract/language.ts'
import { menu, slotsOfDay } from '../contract/points.ts'
import { arriveWithAppointment, takeTicket } from '../contract/tickets.ts'
import { bookHold, holdSlot } from '../contract/visits.ts'
import { type Day, fromIso, type Instant, minuteMs } from '../domain/time.ts'
import type { Planner } from './agenda.ts'
import { Clerk } from './clerk.ts'
import type { Hall } from './hall.ts'
import type { Idle } from './idle.ts'
import type { Random } from './random.ts'

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
/** How many speak the first language of their place; the others speak one of its other languages. */
const firstLanguage = 0.7

type Given = {
  agenda: Planner
  idle: Idle
  random: Random
  now: () => Instant
  newId: () => string
  hall: Hall
  waitingLimit: number
  /** The real kiosk of this hall, where somebody may stand before it: false where it cannot be used now. */
  realKiosk: (wanted: Wanted) => Promise<boolean>
  /** Whether a kiosk can tell of quieter halls yet. */
  looksElsewhere: () => boolean
}

/** What somebody asks of a kiosk. */
export type Wanted = { serviceIds: string[]; people: number; language: Language; diversionId?: string }
type Rush = { until: Instant; times: number }

/** Simulated people of one hall: they come, book, wait, are called and served, all through the api as anybody would. */
export class People {
  private readonly given: Given
  private waiting = 0
  private rush: Rush | null = null

  constructor(given: Given) {
    this.given = given
  }

  /** Plans the day from its opening on; `resume` where the hall was busy already before this start. */
  begin(resume: boolean): void {
    const { agenda, random, now, hall } = this.given
    if (hall.spans.length === 0) return
    const from = Math.max(now(), hall.opensAt)
    const within = hall.isMain ? 90 : 180
    for (const counter of hall.counters) {
      const clerk = new Clerk(this.given, counter, () => this.served())
      agenda.plan(from + random.below(within) * second, async () => {
        if (!resume) await clerk.open()
        await clerk.next()
      })
    }
    agenda.plan(from + random.below(hall.isMain ? 60 : 900) * second, () => this.comes())
  }

  /** Books a slot of a day as a visitor online does; comes for it, a little early, when it is today. */
  async books(day: Day): Promise<void> {
    const { agenda, random, newId, hall } = this.given
    const service = random.pick(this.given.hall.known.services.filter((s) => s.bookable))
    const { slots } = await ask(hall.visitor, slotsOfDay, { point: hall.pointId, services: service.id, people: '1', day })
    if (slots.length === 0) return
    const slot = random.pick(slots)
    const language = this.language()
    const wanted = { point: hall.pointId, serviceIds: [service.id], people: 1, language, startsAt: slot.startsAt }
    const held = await ask(hall.visitor, holdSlot, wanted, newId())
    const name = random.pick(names)
    await ask(
      hall.visitorWith(held.token),
      bookHold,
      { point: hall.pointId, appointment: held.appointmentId, name, ...reachedBy(name, hall.isMain) },
      newId(),
    )
    const come = fromIso(slot.startsAt)! - random.below(12) * minuteMs
    if (day === hall.day && random.chance(0.93)) agenda.plan(come, () => this.arrives(held.reference, language))
  }

  /** Many more come until a time: some within a minute, then so many times the usual number an hour. */
  hurry(rush: Rush, atOnce: number): void {
    const { agenda, now } = this.given
    this.rush = rush
    for (let n = 1; n <= atOnce; n++) agenda.plan(now() + (n * 60 * second) / atOnce, () => (this.rush ? this.takes() : undefined))
  }

  /** No more than usual come from now on. */
  calm(): void {
    this.rush = null
  }

  /** Until when more come than usual; null where it is as usual. */
  hurriedUntil(): Instant | null {
    return this.rush && this.rush.until > this.given.now() ? this.rush.until : null
  }

  /** One more comes now. */
  oneMore(): Promise<void> {
    return this.takes()
  }

  private async comes(): Promise<void> {
    const { agenda, random, now, hall, waitingLimit } = this.given
    const times = this.hurriedUntil() === null ? 1 : this.rush!.times
    if (now() < hall.closesAt - 10 * minuteMs)
      agenda.plan(now() + random.exponential(3600 / (hall.comersPerHour * times)) * second, () => this.comes())
    if (!hall.spans.some((span) => span.from <= now() && now() < span.until)) return
    if (times === 1 && this.waiting >= waitingLimit && random.chance(0.7)) return
    await this.takes()
  }

  private async takes(): Promise<void> {
    const { random, newId, hall, realKiosk } = this.given
    const services = this.given.hall.known.services.filter((s) => s.walkIn)
    const service = random.chance(0.4) ? services[0]! : random.pick(services)
    const wanted = { serviceIds: [service.id], people: random.chance(0.8) ? 1 : 2, language: this.language() }
    const offer = await this.offerFor(service.id)
    const said = offer ? { ...wanted, diversionId: offer.diversionId } : wanted
    if (!(await realKiosk(said))) await ask(hall.kiosk, takeTicket, { point: offer?.to.id ?? hall.pointId, ...said }, newId())
    this.given.idle.wake(offer?.to.id ?? hall.pointId)
    if (!offer) this.waiting += 1
  }

  /** The quieter hall that the kiosk offers; most people go there. */
  private async offerFor(serviceId: string) {
    const { random, hall, looksElsewhere } = this.given
    if (!looksElsewhere()) return undefined
    const { offers } = await ask(hall.kiosk, menu, { point: hall.pointId })
    return offers.find((o) => o.serviceIds.includes(serviceId) && random.chance(0.9))
  }

  private async arrives(code: string, language: Language): Promise<void> {
    const { newId, hall } = this.given
    await ask(hall.kiosk, arriveWithAppointment, { point: hall.pointId, code, language }, newId())
    this.given.idle.wake(hall.pointId)
    this.waiting += 1
  }

  private language(): Language {
    const { random } = this.given
    const spoken = languages.filter((language) => this.given.hall.known.languages.includes(language))
    const first = languages.find((language) => language === this.given.hall.known.languages[0]) ?? 'nl'
    const others = spoken.filter((language) => language !== first)
    return others.length === 0 || random.chance(firstLanguage) ? first : random.pick(others)
  }

  private served(): void {
    this.waiting = Math.max(0, this.waiting - 1)
  }
}

/** A mail from each of hundreds of halls would fill the mailbox that is looked at. */
const reachedBy = (name: string, byMail: boolean) => (byMail ? { email: addressOf(name) } : { phone: '+351910000000' })

const addressOf = (name: string): string =>
  `${name
    .split(' ')[0]!
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()}@example.org`
