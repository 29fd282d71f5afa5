import { type Asker, ask } from '../contract/ask.ts'
import { Problem } from '../contract/problems.ts'
import { counterActs } from '../contract/tickets.ts'
import type { Instant } from '../domain/time.ts'
import type { Planner } from './agenda.ts'
import type { Hall } from './hall.ts'
import type { Idle } from './idle.ts'
import type { Random } from './random.ts'

type Given = { agenda: Planner; idle: Idle; random: Random; now: () => Instant; newId: () => string; hall: Hall }

/** A simulated clerk at a counter: calls, waits for the visitor to walk, serves, finishes, goes on. */
export class Clerk {
  private readonly given: Given
  private readonly asker: Asker
  private readonly at: { point: string; counter: string }
  private readonly called: () => void

  constructor(given: Given, counter: number, called: () => void) {
    this.given = given
    this.asker = given.hall.clerk(counter)
    this.at = { point: given.hall.pointId, counter: String(counter) }
    this.called = called
  }

  async open(): Promise<void> {
    await ask(this.asker, counterActs.open, this.at, this.given.newId())
  }

  async next(): Promise<void> {
    const { random, now, newId, hall, idle } = this.given
    if (now() >= hall.closesAt) return
    try {
      const { ticket } = await ask(this.asker, counterActs.callNext, this.at, newId())
      this.called()
      if (ticket) this.meets(ticket.serviceIds[0] ?? '', ticket.people)
      else this.later(15, () => this.next())
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.code === 'counter-busy') await this.tidiesUp()
      if (error.code === 'counter-closed') await this.open()
      if (error.code === 'nobody-waiting' && !hall.isMain) return idle.rest(hall.pointId, () => this.next())
      this.later(12 + random.below(20), () => this.next())
    }
  }

  private later(seconds: number, act: () => Promise<void> | void): void {
    this.given.agenda.plan(this.given.now() + seconds * 1000, act)
  }

  /** Whoever was at the counter when the demonstration was stopped is finished with. */
  private async tidiesUp(): Promise<void> {
    await ask(this.asker, counterActs.start, this.at, this.given.newId()).catch(() => {})
    await ask(this.asker, counterActs.finish, this.at, this.given.newId()).catch(() => {})
  }

  private meets(serviceId: string, people: number): void {
    const { random } = this.given
    if (random.chance(0.05)) this.later(45, () => this.recalls())
    else this.later(10 + random.below(25), () => this.serves(serviceId, people))
  }

  private async recalls(): Promise<void> {
    const { newId } = this.given
    await ask(this.asker, counterActs.recall, this.at, newId())
    this.later(40, async () => {
      await ask(this.asker, counterActs.miss, this.at, newId())
      this.later(3, () => this.next())
    })
  }

  private async serves(serviceId: string, people: number): Promise<void> {
    const { random, newId } = this.given
    await ask(this.asker, counterActs.start, this.at, newId())
    const base = this.given.hall.known.services.find((s) => s.id === serviceId)?.baseMinutes ?? 8
    this.later((base * 0.85 + (people - 1) * 3) * 60 * random.factor(), async () => {
      await ask(this.asker, counterActs.finish, this.at, newId())
      this.later(4 + random.below(15), () => this.next())
    })
  }
}
