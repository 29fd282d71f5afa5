import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import { type Asker, ask } from '../../contract/ask.ts'
import { type PlanGiven, previewPlan } from '../../contract/plan.ts'
import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'

export type Told = ResultOf<typeof previewPlan>

const pauseMs = 400

/**
 * What the plan under way would do, asked for when whoever edits has paused. `wanted` is undefined where there is nothing to ask: nothing is
 * different, or something could never be saved. An answer that has been overtaken is not shown.
 */
export function createTold(asker: Asker, point: string, wanted: Accessor<{ plan: PlanGiven; serviceId: string | null } | undefined>) {
  const [told, setTold] = createSignal<Told>()
  const [counting, setCounting] = createSignal(false)
  const [problem, setProblem] = createSignal<Problem>()
  let turn = 0
  createEffect(
    on(wanted, (now) => {
      const mine = ++turn
      setProblem(undefined)
      setCounting(now !== undefined)
      if (!now) return void setTold(undefined)
      const timer = setTimeout(async () => {
        try {
          const answer = await ask(asker, previewPlan, { point, ...now.plan, serviceId: now.serviceId })
          if (mine === turn) setTold(answer)
        } catch (error) {
          if (mine === turn) setProblem(error instanceof Problem ? error : new Problem('unexpected'))
        }
        if (mine === turn) setCounting(false)
      }, pauseMs)
      onCleanup(() => clearTimeout(timer))
    }),
  )
  return { told, counting, problem }
}
