import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { ask } from '../../contract/ask.ts'
import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import { problemSentence } from '../../contract/texts/problems.ts'
import { deskArrive } from '../../contract/tickets.ts'
import { newKey } from '../../contract/uuid.ts'
import { appointmentsOfDay } from '../../contract/visits.ts'
import { showReference } from '../../domain/reference.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Card } from '../../ui/components/Card.tsx'
import { Keyed } from '../../ui/components/Keyed.tsx'
import { Loading } from '../../ui/components/Loading.tsx'
import { Tag } from '../../ui/components/Tag.tsx'
import { takeFocus } from '../../ui/focus.ts'
import { useFormat, useLanguage } from '../../ui/texts.tsx'
import { useDesk } from '../desk.ts'
import { useNames } from '../names.ts'
import { useWords } from '../words.ts'

type Appointment = ResultOf<typeof appointmentsOfDay>['appointments'][number]

const againMs = 20_000

/** Who is expected today; staff can say that somebody is here. */
export function Appointments() {
  const t = useWords()
  const language = useLanguage()
  const desk = useDesk()
  const [problem, setProblem] = createSignal<Problem>()
  const [day, setDay] = createSignal<readonly Appointment[]>()
  const read = async () => {
    try {
      const { appointments } = await ask(desk.asker, appointmentsOfDay, { point: desk.pointId })
      setDay(appointments.filter(({ state }) => state !== 'held' && state !== 'expired'))
      setProblem(undefined)
    } catch (error) {
      failed(error)
    }
  }
  const failed = (error: unknown) => setProblem(error instanceof Problem ? error : new Problem('unexpected'))
  const [busy, setBusy] = createSignal<string>()
  const keys = new Map<string, string>()
  const arrive = async ({ id }: Appointment) => {
    if (busy()) return
    const key = keys.get(id) ?? newKey()
    keys.set(id, key)
    setBusy(id)
    try {
      await ask(desk.asker, deskArrive, { point: desk.pointId, appointment: id }, key)
      await read()
    } catch (error) {
      failed(error)
    }
    setBusy(undefined)
  }
  onMount(() => {
    void read()
    const timer = setInterval(read, againMs)
    onCleanup(() => clearInterval(timer))
  })
  return (
    <main class="appointments">
      <Card as="section">
        <div class="top">
          <h2 ref={takeFocus}>{t().appointments.title}</h2>
          <Button kind="quiet" icon="back" onClick={() => desk.open(undefined)}>
            {t().appointments.back}
          </Button>
        </div>
        <Show when={problem()}>
          {(found) => (
            <p class="trouble" role="alert">
              {problemSentence(language(), found().code, { ...found().details, zone: desk.list()?.point.zone })}
            </p>
          )}
        </Show>
        <Show when={day()} fallback={<Loading />}>
          {(found) => (
            <Show when={found().length > 0} fallback={<p>{t().appointments.none}</p>}>
              <ul class="day">
                <Keyed each={found()} by={({ id }) => id}>
                  {(one) => <Expected one={one()} busy={busy() === one().id} onHere={() => void arrive(one())} />}
                </Keyed>
              </ul>
            </Show>
          )}
        </Show>
      </Card>
    </main>
  )
}

function Expected(props: { one: Appointment; busy: boolean; onHere: () => void }) {
  const t = useWords()
  const format = useFormat()
  const desk = useDesk()
  const names = useNames()
  const expected = () => props.one.state === 'booked' || props.one.state === 'unconfirmed'
  const isNear = () => desk.now() >= Date.parse(props.one.arrivesFrom)
  const state = () => {
    const words = t().appointments
    if (props.one.ticketLabel) return words.isHere(props.one.ticketLabel)
    if (props.one.state === 'cancelled') return words.cancelled
    return props.one.state === 'missed' ? words.missed : words.expected
  }
  return (
    <li>
      <b>{format().time(props.one.startsAt)}</b>
      <span>
        {props.one.name ?? t().appointments.unnamed}
        <small>
          {names.services(props.one.serviceIds)} · {t().here.people(props.one.people)} · <bdi>{showReference(props.one.reference)}</bdi>
        </small>
      </span>
      <span class="tags">
        <Show when={props.one.mailFailed}>
          <Tag kind="warn">{t().appointments.mailFailed}</Tag>
        </Show>
        <Tag kind={props.one.ticketLabel ? 'good' : 'neutral'}>{state()}</Tag>
      </span>
      <Show when={expected()}>
        <Show when={isNear()} fallback={<small>{t().appointments.from(format().time(props.one.arrivesFrom))}</small>}>
          <Button kind="quiet" busy={props.busy} off={!desk.connected()} onClick={() => props.onHere()}>
            {t().appointments.here}
          </Button>
        </Show>
      </Show>
    </li>
  )
}
