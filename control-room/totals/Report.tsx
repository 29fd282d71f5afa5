import { createEffect, createResource, createSignal, Match, onCleanup, Show, Switch } from 'solid-js'
import './totals.css'
import { type Asker, ask } from '../../contract/ask.ts'
import { totals } from '../../contract/totals.ts'
import { Button, ButtonLink } from '../../ui/components/Button.tsx'
import { Loading } from '../../ui/components/Loading.tsx'
import { Tag } from '../../ui/components/Tag.tsx'
import { takeFocus } from '../../ui/focus.ts'
import { useLanguage } from '../../ui/texts.tsx'
import type { Answer } from './answer.ts'
import { Choices } from './Choices.tsx'
import { Curve } from './Curve.tsx'
import { Meaning } from './Meaning.tsx'
import { Narrowed } from './Narrowed.tsx'
import { curveOf, type Days, daysOf } from './periods.ts'
import { Rows } from './Rows.tsx'
import { type Asked, type RowsBy, reportHash } from './route.ts'
import { Spans } from './Spans.tsx'
import { Sums } from './Sums.tsx'
import { useWords } from './words.ts'

interface ReportProps {
  asker: Asker
  asked: Asked
}

/** A year of a network may take its time. */
const deadlineMs = 30_000
const againMs = 60_000

/** What halls came to, by day, week, place and service, with what each figure means beside it. */
export function Report(props: ReportProps) {
  const t = useWords()
  const patient = (): Asker => ({ ...props.asker, deadlineMs })
  const [today] = createResource(async () => (await ask(patient(), totals, { by: 'day' })).today)
  const by = (): RowsBy => props.asked.by ?? (props.asked.point === undefined ? 'point' : 'service')
  const days = (): Days | undefined => {
    const day = today.state === 'errored' ? undefined : today()
    return day === undefined ? undefined : daysOf(props.asked.period ?? 'today', day, props.asked)
  }
  const of = () => ({ point: props.asked.point, service: props.asked.service })
  const [found, { refetch }] = createResource(
    () => days() && { ...days()!, ...of(), by: by() },
    (wanted) => ask(patient(), totals, wanted),
  )
  const [course, { refetch: recourse }] = createResource(
    () => days() && { ...curveOf(days()!), ...of() },
    (wanted) => ask(patient(), totals, wanted),
  )
  const answer = () => (found.state === 'errored' ? undefined : found.latest)
  const again = () => void Promise.all([refetch(), recourse()])
  const timer = setInterval(() => answer()?.underWay && !document.hidden && again(), againMs)
  onCleanup(() => clearInterval(timer))
  createEffect(() => {
    document.title = t().title
  })
  const go = (change: Partial<Asked>) => {
    location.hash = reportHash({ ...props.asked, ...change })
  }
  return (
    <main class="report">
      <div class="report-top">
        <ButtonLink kind="quiet" icon="back" href="#/">
          {t().back}
        </ButtonLink>
        <h1 ref={takeFocus}>{t().title}</h1>
        <Choices asked={props.asked} by={by()} today={answer()?.today} onChange={go} />
      </div>
      <Switch fallback={<Loading />}>
        <Match when={today.state === 'errored' || found.state === 'errored'}>
          <p role="alert">{t().failed}</p>
          <Button kind="quiet" onClick={() => (today.state === 'errored' ? location.reload() : again())}>
            {t().again}
          </Button>
        </Match>
        <Match when={answer()}>
          {(shown) => <Told answer={shown()} course={course.latest} busy={found.loading} asked={props.asked} onChange={go} />}
        </Match>
      </Switch>
    </main>
  )
}

interface ToldProps {
  answer: Answer
  course: Answer | undefined
  busy: boolean
  asked: Asked
  onChange: (change: Partial<Asked>) => void
}

function Told(props: ToldProps) {
  const t = useWords()
  const language = useLanguage()
  const [find, setFind] = createSignal('')
  const file = () => {
    const { by, from, until, point, service } = props.answer
    const of = { ...(point && { point: point.id }), ...(service && { service: service.id }) }
    return `/api/totals.csv?${new URLSearchParams({ from, until, by, ...of, language: language() })}`
  }
  return (
    <div class="told-figures" classList={{ busy: props.busy }} aria-busy={props.busy}>
      <Narrowed answer={props.answer} onChange={props.onChange} />
      <p class="spans-line" role="status">
        <Spans answer={props.answer} />
      </p>
      <Show when={props.answer.sum.simulated}>
        <p class="made-up">
          <Tag kind="warn">{t().simulated}</Tag> {t().simulatedWhat}
        </p>
      </Show>
      <Sums sum={props.answer.sum} by={props.answer.by} />
      <Show when={props.course && props.course.rows.length > 1 && props.course}>
        {(course) => <Curve course={course()} days={props.answer} />}
      </Show>
      <Rows answer={props.answer} find={find()} onFind={setFind} asked={props.asked} />
      <div class="report-end">
        <ButtonLink kind="quiet" icon="document" href={file()} download="">
          {t().file}
        </ButtonLink>
      </div>
      <Meaning />
    </div>
  )
}
