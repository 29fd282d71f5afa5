import { For, Show } from 'solid-js'
import { problemSentence } from '../../contract/texts/problems.ts'
import { Icon } from '../../ui/components/Icon.tsx'
import { useFormat, useLanguage } from '../../ui/texts.tsx'
import type { SavedPlan } from './draft.ts'
import { Facts } from './Facts.tsx'
import { nameIn } from './names.ts'
import type { createTold, Told } from './told.ts'
import { useWords } from './words.ts'

interface EffectProps {
  known: ReturnType<typeof createTold>
  plan: SavedPlan
  serviceId: string | null
  onService: (id: string | null) => void
  changed: boolean
  /** How many fields have to be mended first. */
  faults: number
}

/** What the plan under way would do, before it is saved. */
export function Effect(props: EffectProps) {
  const t = useWords()
  const language = useLanguage()
  const format = useFormat()
  const notYet = () => (props.faults > 0 ? t().effect.mend(props.faults) : props.known.counting() ? t().effect.counting : '')
  return (
    <aside class="card effect" aria-labelledby="plan-effect">
      <h2 id="plan-effect">{t().effect.heading}</h2>
      <label class="count-for">
        <span>{t().effect.countFor}</span>
        <select onChange={(event) => props.onService(event.currentTarget.value || null)}>
          <option value="">{t().effect.halfHours}</option>
          <For each={props.plan.services.filter((s) => s.bookable)}>
            {(service) => (
              <option value={service.id} selected={props.serviceId === service.id}>
                {t().effect.forService(nameIn(service.names, language(), service.id), service.minutes)}
              </option>
            )}
          </For>
        </select>
      </label>
      <Show when={props.known.problem()}>
        {(problem) => (
          <p class="fault" role="alert">
            <Icon name="warn" />
            {problemSentence(language(), problem().code, problem().details)}
          </p>
        )}
      </Show>
      <Show when={props.changed} fallback={<p class="soft">{t().effect.nothing}</p>}>
        <Show when={props.known.told()} fallback={<p class="soft">{notYet()}</p>}>
          {(told) => (
            <div class="told" classList={{ old: props.known.counting() }}>
              <Headline told={told()} />
              <p>{t().effect.period(format().number(told().before), format().number(told().after))}</p>
              <Unfit told={told()} plan={props.plan} />
              <Days told={told()} />
            </div>
          )}
        </Show>
      </Show>
    </aside>
  )
}

/** How many slots fewer and more, as the largest words of the panel. */
export function Headline(props: { told: Told }) {
  const t = useWords()
  return (
    <p class="headline">
      <Show when={props.told.lost > 0 || props.told.gained > 0} fallback={<b>{t().effect.same}</b>}>
        <Show when={props.told.lost > 0}>
          <b class="lost">{t().effect.fewer(props.told.lost)}</b>
        </Show>
        <Show when={props.told.gained > 0}>
          <b class="gained">{t().effect.more(props.told.gained)}</b>
        </Show>
      </Show>
    </p>
  )
}

function Unfit(props: { told: Told; plan: SavedPlan }) {
  const t = useWords()
  return (
    <div class="unfit">
      <b classList={{ fault: props.told.misfits.length > 0 }}>
        <Show when={props.told.misfits.length > 0}>
          <Icon name="warn" />
        </Show>
        {t().effect.misfits(props.told.misfits.length)}
      </b>
      <Show when={props.told.misfits.length > 0}>
        <p>{t().effect.kept}</p>
        <ul class="plain">
          <For each={props.told.misfits}>
            {(misfit) => (
              <li>
                <Facts misfit={misfit} services={props.plan.services} />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.told.already > 0}>
        <p class="soft">{t().effect.already(props.told.already)}</p>
      </Show>
    </div>
  )
}

function Days(props: { told: Told }) {
  const t = useWords()
  const format = useFormat()
  const most = () => Math.max(1, ...props.told.days.map((d) => Math.max(d.lost, d.gained)))
  return (
    <Show when={props.told.days.length > 0}>
      <details>
        <summary>{t().effect.perDay}</summary>
        <table class="by-day">
          <thead>
            <tr>
              <th scope="col">{t().effect.day}</th>
              <th scope="col" class="figure">
                {t().effect.lost}
              </th>
              <th scope="col" class="figure">
                {t().effect.gained}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.told.days}>
              {(d) => (
                <tr>
                  <th scope="row">{format().day(d.day)}</th>
                  <td class="figure lost">
                    <i style={{ 'inline-size': `${(d.lost / most()) * 3}rem` }} />
                    {d.lost || '–'}
                  </td>
                  <td class="figure gained">
                    <i style={{ 'inline-size': `${(d.gained / most()) * 3}rem` }} />
                    {d.gained || '–'}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </details>
    </Show>
  )
}
