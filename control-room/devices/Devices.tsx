import { createEffect, createSignal, For, onMount, Show } from 'solid-js'
import './devices.css'
import { listDevices } from '../../contract/access.ts'
import type { Asker } from '../../contract/ask.ts'
import { Problem } from '../../contract/problems.ts'
import { problemSentence } from '../../contract/texts/problems.ts'
import { watch } from '../../contract/watch.ts'
import { ButtonLink } from '../../ui/components/Button.tsx'
import { ConnectionState } from '../../ui/components/ConnectionState.tsx'
import { Loading } from '../../ui/components/Loading.tsx'
import type { Me } from '../../ui/entry.ts'
import { createHallClock } from '../../ui/hall-clock.ts'
import { createLive } from '../../ui/live.ts'
import { useLanguage } from '../../ui/texts.tsx'
import { isolated } from '../isolated.ts'
import { mayPlan } from '../plan/route.ts'
import { pointHash } from '../route.ts'
import { staffHash } from '../staff/route.ts'
import { zoneName } from '../zones.ts'
import { Add } from './Add.tsx'
import { type Device, type DeviceList, kinds, worstFirst } from './device.ts'
import { One } from './One.tsx'
import { TakeOut } from './TakeOut.tsx'
import { useWords } from './words.ts'

interface DevicesProps {
  asker: Asker
  who: Me
  pointId: string
  onSignedOut: () => void
}

/** The kiosks and displays of one point, live: how each is, one more, one less. */
export function Devices(props: DevicesProps) {
  const t = useWords()
  const language = useLanguage()
  const live = createLive((signal, onState) => watch(props.asker, listDevices, { point: props.pointId }, signal, onState))
  const clock = createHallClock()
  const fault = () => (live.fault() instanceof Problem ? (live.fault() as Problem) : undefined)
  let heading!: HTMLHeadingElement
  onMount(() => heading.focus())
  createEffect(() => live.value() && clock.hear(live.value()!.at))
  createEffect(() => fault()?.code === 'sign-in-needed' && props.onSignedOut())
  createEffect(() => {
    document.title = t().title(live.value()?.name ?? props.pointId)
  })
  return (
    <main class="devices">
      <div class="devices-top">
        <Show when={mayPlan(props.who, props.pointId)} fallback={<Back to={staffHash}>{t().toStaff}</Back>}>
          <Back to={pointHash(props.pointId)}>{t().toHall}</Back>
        </Show>
        <h1 tabindex="-1" ref={heading}>
          {t().title(isolated(live.value()?.name ?? props.pointId))}
        </h1>
        <div class="row soft">
          <Show when={live.value()}>{(list) => <span>{t().places(zoneName(list().zone, language()))}</span>}</Show>
          <ConnectionState connected={live.connected()} lostAt={live.lostAt()} />
        </div>
      </div>
      <Show when={live.value()} fallback={<Coming wrong={fault() && problemSentence(language(), fault()!.code, fault()!.details)} />}>
        {(list) => <Both {...props} list={list()} now={clock.now()} />}
      </Show>
    </main>
  )
}

function Back(props: { to: string; children: string }) {
  return (
    <ButtonLink kind="quiet" icon="back" href={props.to}>
      {props.children}
    </ButtonLink>
  )
}

function Coming(props: { wrong: string | undefined }) {
  return (
    <Show when={props.wrong} fallback={<Loading />}>
      {(wrong) => <p role="alert">{wrong()}</p>}
    </Show>
  )
}

interface BothProps extends DevicesProps {
  list: DeviceList
  now: number
}

function Both(props: BothProps) {
  const t = useWords()
  const [leaving, setLeaving] = createSignal<Device>()
  const [said, setSaid] = createSignal('')
  const of = (kind: Device['kind']) => worstFirst(props.list.devices.filter((device) => device.kind === kind))
  const takenOut = (device: Device, sentence: string) => {
    setSaid(sentence)
    // The button goes with its device: who works by keyboard goes on from the heading above it.
    document.getElementById(`devices-${device.kind}`)?.focus()
  }
  return (
    <>
      <div class="said" role="status">
        {said()}
      </div>
      <For each={kinds}>
        {(kind) => (
          <section class="card devices-of" aria-labelledby={`devices-${kind}`}>
            <h2 id={`devices-${kind}`} tabindex="-1">
              {t().kinds[kind]}
            </h2>
            <Show when={of(kind).length > 0} fallback={<p class="soft">{t().none[kind]}</p>}>
              <ul class="plain each-device">
                <For each={of(kind).map(({ id }) => id)}>
                  {(id) => (
                    <Show when={props.list.devices.find((device) => device.id === id)}>
                      {(device) => <One device={device()} zone={props.list.zone} now={props.now} onTakeOut={() => setLeaving(device())} />}
                    </Show>
                  )}
                </For>
              </ul>
            </Show>
            <Add asker={props.asker} pointId={props.pointId} kind={kind} list={props.list} now={props.now} />
          </section>
        )}
      </For>
      <Show when={leaving()} keyed>
        {(device) => (
          <TakeOut
            asker={props.asker}
            pointId={props.pointId}
            device={device}
            onClose={() => setLeaving(undefined)}
            onTakenOut={takenOut}
          />
        )}
      </Show>
    </>
  )
}
