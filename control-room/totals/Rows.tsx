import { createMemo, createSignal, For, Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { Keyed } from '../../ui/components/Keyed.tsx'
import { inLanguage, Named } from '../../ui/components/Named.tsx'
import { localeOf } from '../../ui/language.ts'
import { useFormat, useLanguage } from '../../ui/texts.tsx'
import type { Answer } from './answer.ts'
import { type Column, columnsOf, groupsOf, type Line, type Order, ordered } from './columns.ts'
import { type Asked, reportHash } from './route.ts'
import { useFigureNames, useWords } from './words.ts'

type Row = Answer['rows'][number]
interface RowsProps {
  answer: Answer
  asked: Asked
  find: string
  onFind: (text: string) => void
}

const shownFirst = 40
const plainly = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** A row for each place, service, day or week, and all of them together. */
export function Rows(props: RowsProps) {
  const t = useWords()
  const names = useFigureNames()
  const language = useLanguage()
  const isTime = () => props.answer.by === 'day' || props.answer.by === 'week'
  const [chosen, setOrder] = createSignal<Order & { by: string }>()
  const [all, setAll] = createSignal(false)
  const order = (): Order => {
    const mine = chosen()
    return mine?.by === props.answer.by ? mine : isTime() ? { column: 'id', up: false } : { column: 'tickets', up: false }
  }
  const nameOf = (row: Row) => (isTime() ? row.id : (row.name ?? inLanguage(row.names ?? {}, language())?.is ?? row.id))
  const fitting = createMemo(() => {
    const wanted = plainly(props.find.trim())
    const rows = isTime() ? props.answer.rows : props.answer.rows.filter((row) => plainly(nameOf(row)).includes(wanted))
    return ordered(rows, order(), nameOf, localeOf(language()))
  })
  const shown = () => (all() ? fitting() : fitting().slice(0, shownFirst))
  const columns = () => columnsOf(props.answer)
  const sort = (column: string) => setOrder({ by: props.answer.by, column, up: order().column === column ? !order().up : column === 'id' })
  return (
    <div class="card report-rows">
      <div class="rows-top">
        <h2 id="report-rows">{`${t().by} ${t().byOne[props.answer.by]}`}</h2>
        <Show when={!isTime()}>
          <div class="field">
            <label for="report-find">{t().find}</label>
            <input id="report-find" type="search" value={props.find} onInput={(event) => props.onFind(event.currentTarget.value)} />
          </div>
        </Show>
      </div>
      <section class="scroll" tabindex="0" aria-labelledby="report-rows">
        <table>
          <thead>
            <tr class="groups">
              <td />
              <For each={groupsOf(columns())}>
                {({ group, columns: count }) => (
                  <th scope="colgroup" colspan={count}>
                    {t().group[group]}
                  </th>
                )}
              </For>
            </tr>
            <tr>
              <Sortable id="id" name={names()[props.answer.by]} whole={names()[props.answer.by]} order={order()} onSort={sort} />
              <For each={columns()}>
                {({ id }) => <Sortable id={id} name={t().short[id]} whole={names()[id]} order={order()} onSort={sort} isFigure />}
              </For>
            </tr>
          </thead>
          <tbody>
            <Keyed each={shown()} by={({ id }) => id}>
              {(row) => (
                <tr>
                  <th scope="row" class="name">
                    <RowName row={row()} by={props.answer.by} asked={props.asked} />
                  </th>
                  <Figures line={row()} columns={columns()} />
                </tr>
              )}
            </Keyed>
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{names().sum}</th>
              <Figures line={props.answer.sum} columns={columns()} />
            </tr>
          </tfoot>
        </table>
      </section>
      <Show when={fitting().length === 0}>
        <p>{t().none}</p>
      </Show>
      <Show when={fitting().length > shown().length}>
        <Button kind="quiet" onClick={() => setAll(true)}>
          {t().showAll(fitting().length)}
        </Button>
      </Show>
    </div>
  )
}

function Sortable(props: { id: string; name: string; whole: string; order: Order; onSort: (id: string) => void; isFigure?: boolean }) {
  const t = useWords()
  const isSorted = () => props.order.column === props.id
  return (
    <th
      scope="col"
      class={props.isFigure ? 'figure' : 'name'}
      aria-sort={isSorted() ? (props.order.up ? 'ascending' : 'descending') : undefined}
    >
      <button type="button" class="sort" title={t().sortBy(props.whole)} onClick={() => props.onSort(props.id)}>
        {props.name}
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <path d={props.order.up ? 'M5 1l5 8H0z' : 'M5 9L0 1h10z'} />
        </svg>
      </button>
    </th>
  )
}

function Figures(props: { line: Line; columns: readonly Column[] }) {
  const format = useFormat()
  return (
    <For each={props.columns}>
      {({ of }) => {
        const figure = () => of(props.line)
        return <td class="figure">{figure() === null ? '–' : format().number(figure()!)}</td>
      }}
    </For>
  )
}

/** A place or a service leads to its own report. */
function RowName(props: { row: Row; by: Answer['by']; asked: Asked }) {
  const format = useFormat()
  const href = () =>
    reportHash({
      ...props.asked,
      ...(props.by === 'point' ? { point: props.row.id, by: 'service' } : { service: props.row.id, by: 'day' }),
    })
  return (
    <Show
      when={props.by === 'point' || props.by === 'service'}
      fallback={
        <>
          <span class="row-day">{format().day(props.row.id)}</span> <span class="soft">{props.row.id.slice(0, 4)}</span>
        </>
      }
    >
      <a class="hall" href={href()}>
        <Show when={props.row.names} fallback={<bdi>{props.row.name}</bdi>}>
          {(names) => <Named names={names()} else={props.row.id} />}
        </Show>
      </a>
    </Show>
  )
}
