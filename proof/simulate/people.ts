import type { Uuid } from '../../domain/ids.ts'
import type { Authority } from './authority.ts'
import type { Log } from './log.ts'
import type { Machine } from './machine.ts'
import { serviceIds } from './place.ts'
import type { Promises } from './promises.ts'
import type { Random } from './random.ts'
import type { Scheduler } from './scheduler.ts'

export type Given = { scheduler: Scheduler; random: Random; log: Log; authority: Authority; promises: Promises; isOver: () => boolean }

const comeEveryMs = 40_000

/** Ids in the order in which they were minted. */
export function makeIds(): () => Uuid {
  let made = 0
  return () => `01937b00-0000-7000-8000-${(++made).toString(16).padStart(12, '0')}`
}

/** People at a kiosk: they tap, some of them twice, and who has no paper asks for it again. */
export function letPeopleCome(given: Given & { machine: Machine; kiosk: number; mint: () => Uuid }): void {
  const { scheduler, random, log, promises, machine, kiosk, mint, isOver } = given

  function tap(id: Uuid, wanted: { serviceIds: string[]; people: number; language: 'nl' | 'en' | 'ar' }): void {
    const agent = machine.agent()
    if (!agent) return
    promises.tapped(id, scheduler.nowMs())
    log.say(`kiosk ${kiosk} tap ${id}`)
    agent.take(id, wanted).then(
      ({ label }) => {
        log.say(`kiosk ${kiosk} told ${id} ${label}`)
        promises.told(id, label)
        scheduler.after(20_000, () => askForPaper(id, 12))
      },
      (problem) => log.say(`kiosk ${kiosk} no number for ${id}: ${problem.code}`),
    )
  }

  function askForPaper(id: Uuid, patience: number): void {
    if (promises.hasPaper(id) || patience === 0) return
    void machine.agent()?.printAgain(id)
    scheduler.after(30_000, () => askForPaper(id, patience - 1))
  }

  function come(): void {
    if (isOver()) return
    const id = mint()
    const wanted = { serviceIds: [serviceIds[random.below(2)]!], people: 1 + random.below(3), language: 'nl' as const }
    tap(id, wanted)
    if (random.chance(0.2)) scheduler.after(random.below(2500), () => tap(id, wanted))
    scheduler.after(random.around(comeEveryMs), come)
  }
  scheduler.after(random.around(comeEveryMs), come)
}

/** Whoever stands there after a restart says whether the paper came. */
export function answerQuestion({ machine, promises, random }: Pick<Given, 'promises' | 'random'> & { machine: Machine }): void {
  const agent = machine.agent()
  const question = agent?.shown().question
  if (agent && question && random.chance(0.7)) void agent.got(question.ticketId, promises.hasPaper(question.ticketId))
}

/** A clerk calls, serves and finishes; a double click sends the same key twice. */
export function letClerkWork(given: Given & { counterId: number; mint: () => Uuid }): void {
  const { scheduler, random, log, authority, counterId, mint, isOver } = given
  const { act } = authority
  const twice = (key: Uuid, what: Parameters<typeof act>[2], ticketId: Uuid | null) => {
    const first = act(key, counterId, what, ticketId)
    if (random.chance(0.1)) act(key, counterId, what, ticketId)
    return first
  }
  function call(): void {
    if (isOver()) return
    const ticketId = twice(mint(), 'callNext', null)
    if (!ticketId) return void scheduler.after(random.around(8000), call)
    log.say(`counter ${counterId} calls ${ticketId}`)
    scheduler.after(random.around(15_000), () => (random.chance(0.1) ? leave(ticketId) : serve(ticketId)))
  }
  function leave(ticketId: Uuid): void {
    twice(mint(), 'miss', ticketId)
    scheduler.after(2000, call)
  }
  function serve(ticketId: Uuid): void {
    twice(mint(), 'start', ticketId)
    scheduler.after(random.around(70_000), () => {
      twice(mint(), 'finish', ticketId)
      scheduler.after(2000, call)
    })
  }
  scheduler.after(random.around(5000), call)
}
