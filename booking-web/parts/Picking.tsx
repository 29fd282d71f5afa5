import { For, type ParentProps } from 'solid-js'
import type { Slot } from '../ask-slots.ts'
import { useWords } from '../texts.ts'

/** How a time is chosen on this page: where it goes, by what method, and what goes with it. */
export type Picking = {
  method: 'get' | 'post'
  action: string
  hidden: Readonly<Record<string, string | number>>
  /** This page on another day, or from another day on. */
  onDay: (query: { day?: string; from?: string }) => string
  elsewhere: (point: string) => string
}

function PickForm(props: ParentProps & { picking: Picking; class?: string }) {
  return (
    <form class={props.class} method={props.picking.method} action={props.picking.action}>
      <For each={Object.entries(props.picking.hidden)}>{([name, value]) => <input type="hidden" name={name} value={value} />}</For>
      {props.children}
    </form>
  )
}

/** The one time that is advised. */
export function PickOne(props: ParentProps & { picking: Picking; slot: Slot; describedBy: string }) {
  return (
    <PickForm picking={props.picking}>
      <button
        class="button main wide main-act"
        type="submit"
        name="startsAt"
        value={props.slot.startsAt}
        aria-describedby={props.describedBy}
      >
        <span>{props.children}</span>
      </button>
    </PickForm>
  )
}

/** Times to choose from, each a button; `whole` where each names its day. */
export function PickTime(props: { picking: Picking; slots: readonly Slot[]; say: (slot: Slot) => string; whole?: boolean }) {
  return (
    <PickForm picking={props.picking} class={props.whole ? 'times whole' : 'times'}>
      <For each={props.slots}>
        {(slot) => (
          <button class="button quiet" type="submit" name="startsAt" value={slot.startsAt}>
            <span>{props.say(slot)}</span>
          </button>
        )}
      </For>
    </PickForm>
  )
}

/** The times of a day by morning, afternoon and evening. */
export function PickPartOfDay(props: { picking: Picking; slots: readonly Slot[]; say: (slot: Slot) => string }) {
  const t = useWords()
  const parts = () =>
    [
      { name: t().times.morning, slots: props.slots.filter(({ wallTime }) => wallTime < '12:00') },
      { name: t().times.afternoon, slots: props.slots.filter(({ wallTime }) => wallTime >= '12:00' && wallTime < '18:00') },
      { name: t().times.evening, slots: props.slots.filter(({ wallTime }) => wallTime >= '18:00') },
    ].filter(({ slots }) => slots.length > 0)
  return (
    <For each={parts()}>
      {(part) => (
        <section class="part-of-day">
          <h3>{part.name}</h3>
          <PickTime picking={props.picking} slots={part.slots} say={props.say} />
        </section>
      )}
    </For>
  )
}
