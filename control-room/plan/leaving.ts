import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'
import { holdPages } from '../from-hash.ts'

/**
 * Asks before what is not saved is left: `to` is the part of the address somebody wants to go to, by a link or the browser's button, until they
 * stay or leave. Closing or reloading the page is asked about in the browser's own words.
 */
export function createLeaving(unsaved: Accessor<boolean>) {
  const [to, setTo] = createSignal<string>()
  const here = location.hash
  const leaves = (hash: string) => unsaved() && hash !== here
  const onClick = (event: MouseEvent) => {
    const hash = (event.target as Element).closest('a[href^="#"]')?.getAttribute('href')
    if (!hash || !leaves(hash)) return
    event.preventDefault()
    setTo(hash)
  }
  const onHash = () => {
    if (!leaves(location.hash)) return
    // The address has moved already: it goes back to where the page still is.
    setTo(location.hash)
    history.forward()
  }
  const onUnload = (event: BeforeUnloadEvent) => unsaved() && event.preventDefault()
  const letGo = holdPages(leaves)
  const forget = () => {
    letGo()
    document.removeEventListener('click', onClick)
    removeEventListener('hashchange', onHash)
    removeEventListener('beforeunload', onUnload)
  }
  onMount(() => {
    document.addEventListener('click', onClick)
    addEventListener('hashchange', onHash)
    addEventListener('beforeunload', onUnload)
    onCleanup(forget)
  })
  return {
    to,
    stay: () => setTo(undefined),
    leave() {
      const wanted = to()
      forget()
      if (wanted !== undefined) location.hash = wanted
    },
  }
}
