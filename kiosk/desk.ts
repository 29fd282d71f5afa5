import { createEffect, createMemo, createSignal, on } from 'solid-js'
import { type Asker, ask } from '../contract/ask.ts'
import { kioskArrive, kioskGot, kioskPrintAgain, kioskState, kioskTake } from '../contract/kiosk.ts'
import { type Language, languages } from '../contract/language.ts'
import { Problem } from '../contract/problems.ts'
import type { ResultOf } from '../contract/route.ts'
import { newKey } from '../contract/uuid.ts'
import { watch } from '../contract/watch.ts'
import { readReference } from '../domain/reference.ts'
import { createHallClock } from '../ui/hall-clock.ts'
import { createLive } from '../ui/live.ts'
import { type Act, firstFlow, flowAfter, isFresh, type Page } from './flow.ts'

export type KioskState = ResultOf<typeof kioskState>
export type Menu = NonNullable<KioskState['menu']>
export type Desk = ReturnType<typeof createDesk>

/** What the agent's own no means to a visitor: nothing they can mend. */
const beyondVisitor = new Set([
  'unavailable',
  'unexpected',
  'sign-in-needed',
  'not-allowed',
  'not-found',
  'idempotency-key-reused',
  'invalid-input',
])

/** One visitor at a time: what the agent tells, and where in the flow the visitor is. */
function createFlow(asker: Asker) {
  const live = createLive<KioskState>((signal, onState) => watch(asker, kioskState, {}, signal, onState), {
    keepWhenHidden: true,
    againAfterMs: 1000,
  })
  const clock = createHallClock()
  createEffect(on(live.value, (value) => value && clock.hear(value.at)))
  const offered = createMemo<Language[]>(() => {
    const here: readonly string[] = live.value()?.menu?.point.languages ?? languages
    return here.flatMap((each) => languages.find((language) => language === each) ?? [])
  })
  const first = () => offered()[0] ?? 'nl'
  const [flow, setFlow] = createSignal(firstFlow(newKey(), 'nl'))
  /** Moves only when the page does, not with every sign that is typed. */
  const page = createMemo(() => flow().page)
  const act = (one: Act) => void setFlow((before) => flowAfter(before, one))
  // Whoever stands here already keeps the language they chose.
  createEffect(on(first, (language, before = 'nl') => isFresh(flow(), before) && act({ do: 'speak', language })))
  const go = (page: Page) => act({ do: 'go', page })
  const over = () => act({ do: 'over', key: newKey(), language: first() })
  return { live, clock, offered, first, flow, page, act, go, over }
}

/** The flow, and what is asked of the agent in it. */
export function createDesk(asker: Asker) {
  const shown = createFlow(asker)
  const { live, flow, act, go } = shown
  const spoken = (): Asker => ({ ...asker, headers: () => ({ ...asker.headers?.(), 'x-language': flow().language }) })

  /** Asks for the number of the visitor who is here now; an answer for one who has gone changes nothing. */
  async function number(asked: (key: string) => Promise<{ id: string }>, sorry: Extract<Page, { at: 'sorry' }>): Promise<void> {
    if (flow().page.at === 'busy') return
    const { key } = flow()
    go({ at: 'busy' })
    try {
      const { id } = await asked(key)
      if (flow().key === key) go({ at: 'ticket', id })
    } catch (error) {
      if (flow().key === key) go(sorryFor(error, sorry))
    }
  }

  const broken: Extract<Page, { at: 'sorry' }> = { at: 'sorry', why: 'broken', title: null, say: null }
  const wanted = (serviceId: string, people: number) => ({ serviceIds: [serviceId], people, language: flow().language })
  const take = (serviceId: string, people: number) => number((key) => ask(spoken(), kioskTake, wanted(serviceId, people), key), broken)

  return {
    ...shown,
    take,
    /** A service was chosen: for how many people, unless there is no choice. */
    choose(serviceId: string): void {
      if ((live.value()?.menu?.peopleMax ?? 1) > 1) go({ at: 'people', serviceId })
      else this.forPeople(serviceId, 1)
    },
    /** A quieter place is offered where there is one, and only to someone who still has a choice. */
    forPeople(serviceId: string, people: number): void {
      const { menu, connected } = live.value() ?? {}
      if (connected && menu?.offers.some((o) => o.serviceIds.includes(serviceId))) go({ at: 'offer', serviceId, people })
      else void take(serviceId, people)
    },
    accept(serviceId: string, people: number, diversionId: string): void {
      const gone: Extract<Page, { at: 'sorry' }> = { at: 'sorry', why: 'offer-gone', title: null, say: null }
      void number((key) => ask(spoken(), kioskTake, { ...wanted(serviceId, people), diversionId }, key), gone)
    },
    /** A code as typed or as read; one that cannot be a code is said so without asking. */
    arrive(code: string, scanned: boolean): void {
      if (!scanned && readReference(code) === null) {
        act({ do: 'wrong-code' })
        return
      }
      const noAppointment: Extract<Page, { at: 'sorry' }> = { at: 'sorry', why: 'no-appointment', title: null, say: null }
      void number((key) => ask(spoken(), kioskArrive, { code, language: flow().language }, key), noAppointment)
    },
    /** After a no the next try is another ticket; after silence it is the same one, so that nobody has two. */
    again(): void {
      const { page, key } = flow()
      const same = page.at === 'sorry' && page.why === 'no-appointment'
      act({ do: 'again', key: same ? key : newKey() })
    },
    printAgain: (id: string) => void ask(spoken(), kioskPrintAgain, { ticket: id }).catch(() => undefined),
    got(id: string, yes: boolean, shows: boolean): void {
      if (shows) go({ at: 'ticket', id })
      void ask(spoken(), kioskGot, { ticket: id, yes }).catch(() => undefined)
    },
  }
}

function sorryFor(error: unknown, otherwise: Extract<Page, { at: 'sorry' }>): Page {
  if (!(error instanceof Problem) || !error.body || beyondVisitor.has(error.code)) return otherwise
  return { at: 'sorry', why: 'refused', title: error.body.title, say: error.body.detail }
}
