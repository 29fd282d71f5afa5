import { createMemo, createResource, createSignal, Show, untrack } from 'solid-js'
import { type Asker, ask } from '../../contract/ask.ts'
import { startDiversion } from '../../contract/network.ts'
import { onePoint } from '../../contract/points.ts'
import { Problem } from '../../contract/problems.ts'
import { problemSentence } from '../../contract/texts/problems.ts'
import { newKey } from '../../contract/uuid.ts'
import type { Concerned } from '../../domain/diversion.ts'
import { iso, minuteMs } from '../../domain/time.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Dialog } from '../../ui/components/Dialog.tsx'
import { ErrorSummary } from '../../ui/components/ErrorSummary.tsx'
import { useFormat, useLanguage } from '../../ui/texts.tsx'
import { candidatesOf } from '../candidates.ts'
import { isolated } from '../isolated.ts'
import { placeTime } from '../place-time.ts'
import { Concerns } from '../plan/Concerns.tsx'
import type { Halls } from '../tiles.ts'
import { useWords } from '../words.ts'
import { HowLong } from './HowLong.tsx'
import { WhatFor } from './WhatFor.tsx'
import { Where } from './Where.tsx'

interface DivertProps {
  asker: Asker
  halls: Halls
  id: string
  onClose: () => void
  onSaid: (sentence: string) => void
}

/** Offers the people of one hall another, for a while: where, for what, how long. */
export function Divert(props: DivertProps) {
  const t = useWords()
  const format = useFormat()
  const language = useLanguage()
  const from = () => props.halls.tile(props.id)
  // The order is that of the moment of opening: a list that moves cannot be chosen from.
  const candidates = untrack(() => candidatesOf(from(), props.halls.ids().map(props.halls.tile)))
  const [toPoint, setToPoint] = createSignal(candidates[0] && candidates[0].gainMinutes > 0 ? candidates[0].pointId : undefined)
  const [only, setOnly] = createSignal<readonly string[]>()
  const [minutes, setMinutes] = createSignal(60)
  const [concerns, setConcerns] = createSignal<Concerned>('walk-ins')
  const [leastGain, setLeastGain] = createSignal(10)
  const [errors, setErrors] = createSignal<{ field?: string; message: string }[]>([])
  const [busy, setBusy] = createSignal(false)
  const servicesOf = (point: string) =>
    ask(props.asker, onePoint, { point }).then(
      ({ services }) => services.filter(({ walkIn }) => walkIn),
      () => [],
    )
  const [here] = createResource(() => servicesOf(props.id))
  const [there] = createResource(toPoint, servicesOf)
  const thereIds = createMemo(() => new Set((there.latest ?? []).map(({ id }) => id)))
  let sent = { body: '', key: '' }

  const choose = (whom: Concerned) => {
    setConcerns(whom)
    if (whom === 'walk-ins' && minutes() > 120) setMinutes(120)
  }
  const wanted = () => ({
    point: props.id,
    toPoint: toPoint()!,
    until: iso(props.halls.clock() + minutes() * minuteMs),
    minGainMinutes: leastGain(),
    concerns: concerns(),
    ...(only() ? { serviceIds: [...only()!] } : {}),
  })
  /** What is asked for once more after no answer is the same wish, under the same key; only its end has moved. */
  const keyFor = (body: ReturnType<typeof wanted>) => {
    const text = JSON.stringify({ ...body, until: minutes() })
    if (sent.body !== text) sent = { body: text, key: newKey() }
    return sent.key
  }
  const start = async () => {
    const missing = [
      ...(toPoint() ? [] : [{ field: 'where', message: t().divert.chooseWhere }]),
      ...(only()?.length === 0 ? [{ field: 'what', message: t().divert.chooseWhat }] : []),
    ]
    setErrors(missing)
    if (missing.length > 0 || busy()) return
    setBusy(true)
    const body = wanted()
    try {
      const made = await ask(props.asker, startDiversion, body, keyFor(body))
      props.onSaid(
        t().divert.started(
          isolated(from().name),
          isolated(props.halls.tile(body.toPoint).name),
          placeTime(made.until, from().zone, format(), t()),
        ),
      )
      props.onClose()
    } catch (error) {
      const { code, details } = error instanceof Problem ? error : new Problem('unexpected')
      setErrors([{ message: problemSentence(language(), code, details) }])
    }
    setBusy(false)
  }
  return (
    <Dialog
      open
      class="divert"
      onClose={() => props.onClose()}
      heading={t().divert.title(isolated(from().name))}
      acts={
        <>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {t().divert.cancel}
          </Button>
          <Button busy={busy()} off={candidates.length === 0} onClick={start}>
            {t().divert.start}
          </Button>
        </>
      }
    >
      <p>{t().divert.explain}</p>
      <ErrorSummary errors={errors()} />
      <Show when={candidates.length > 0} fallback={<p>{t().divert.nowhere}</p>}>
        <Show when={candidates[0]!.gainMinutes <= 0}>
          <p>{t().divert.noneGains}</p>
        </Show>
        <Where candidates={candidates} halls={props.halls} chosen={toPoint()} onChoose={setToPoint} />
        <WhatFor services={here.latest ?? []} there={thereIds()} only={only()} onOnly={setOnly} />
        <Concerns concerns={concerns()} onConcerns={choose} />
        <HowLong
          long={concerns() !== 'walk-ins'}
          minutes={minutes()}
          onMinutes={setMinutes}
          leastGain={leastGain()}
          onLeastGain={setLeastGain}
        />
      </Show>
    </Dialog>
  )
}
