import { createResource, Match, Switch } from 'solid-js'
import './plan.css'
import { type Asker, ask } from '../../contract/ask.ts'
import { readPlan } from '../../contract/plan.ts'
import { onePoint } from '../../contract/points.ts'
import { Button, ButtonLink } from '../../ui/components/Button.tsx'
import { Loading } from '../../ui/components/Loading.tsx'
import { takeFocus } from '../../ui/focus.ts'
import { useLanguage } from '../../ui/texts.tsx'
import { isolated } from '../isolated.ts'
import { zoneName } from '../zones.ts'
import { Editor } from './Editor.tsx'
import { useWords } from './words.ts'

interface PlanProps {
  asker: Asker
  pointId: string
}

/** When a point is open and who is planned there: seen, changed with the effect told beforehand, and who no longer fits worked through. */
export function Plan(props: PlanProps) {
  const t = useWords()
  const language = useLanguage()
  const [loaded, { mutate, refetch }] = createResource(
    () => props.pointId,
    async (point) => {
      const [plan, { point: place }] = await Promise.all([ask(props.asker, readPlan, { point }), ask(props.asker, onePoint, { point })])
      return { plan, name: place.name }
    },
  )
  const known = () => (loaded.state === 'errored' ? undefined : loaded.latest)
  return (
    <main class="plan">
      <div class="plan-top">
        <ButtonLink kind="quiet" icon="back" href="#/">
          {t().back}
        </ButtonLink>
        <h1 ref={takeFocus}>{t().title(isolated(known()?.name ?? props.pointId))}</h1>
        <p class="soft">{known() && t().places(zoneName(known()!.plan.zone, language()))}</p>
      </div>
      <Switch fallback={<Loading />}>
        <Match when={loaded.state === 'errored'}>
          <p role="alert">{t().loadFailed}</p>
          <Button kind="quiet" onClick={() => void refetch()}>
            {t().again}
          </Button>
        </Match>
        <Match when={known()}>
          {(shown) => (
            <Editor
              asker={props.asker}
              pointId={props.pointId}
              plan={shown().plan}
              onPlan={(plan) => mutate((before) => ({ name: before?.name ?? props.pointId, plan }))}
            />
          )}
        </Match>
      </Switch>
    </main>
  )
}
