import { For } from 'solid-js'
import { useFigureNames, useWords } from './words.ts'

/** What each figure of the table and the file means, in plain words. */
export function Meaning() {
  const t = useWords()
  const names = useFigureNames()
  const all = (): [names: string, what: string][] => [
    [names().tickets, t().what.tickets],
    [[names().walkIn, names().web, names().phone, names().desk, names().partner].join(' · '), t().what.channels],
    [[names().finished, names().missed, names().left, names().sent, names().present].join(' · '), t().what.outcomes],
    [names().missed, t().what.missed],
    [names().left, t().what.left],
    [[names().median, names().p90, names().over30].join(' · '), t().what.waits],
    [[names().kept, names().medianSaid, names().medianTold].join(' · '), t().what.said],
    [[names().soonest, names().medianFree, names().longest, names().full].join(' · '), t().what.free],
    [names().before, t().what.before],
    [names().simulated, t().simulatedWhat],
  ]
  return (
    <details class="card meaning">
      <summary>{t().meaning}</summary>
      <dl>
        <For each={all()}>
          {([name, what]) => (
            <div>
              <dt>{name}</dt>
              <dd>{what}</dd>
            </div>
          )}
        </For>
      </dl>
    </details>
  )
}
