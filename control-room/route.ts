import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'

/** Where a hall is seen from nearby, after the address of the control room. */
export const pointHash = (pointId: string): string => `#/points/${pointId}`

/** The hall that an address opens. */
export const pointOf = (hash: string): string | undefined => /^#\/points\/([a-z0-9-]+)$/.exec(hash)?.[1]

/** The hall that is opened now, while the address changes; opening and closing one changes the address. */
export function createOpenPoint(): [open: Accessor<string | undefined>, go: (pointId: string | undefined) => void] {
  const [point, setPoint] = createSignal(pointOf(location.hash))
  onMount(() => {
    const look = () => setPoint(pointOf(location.hash))
    addEventListener('hashchange', look)
    onCleanup(() => removeEventListener('hashchange', look))
  })
  const go = (pointId: string | undefined) => {
    location.hash = pointId === undefined ? '#/' : pointHash(pointId)
    setPoint(pointId)
  }
  return [point, go]
}
