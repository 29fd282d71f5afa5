import { onCleanup, onMount } from 'solid-js'

/** Asks the device not to dim while this screen is seen; where it cannot, the device's own settings decide. */
export function stayAwake(): void {
  let lock: WakeLockSentinel | undefined
  const ask = async () => {
    if (document.hidden) return
    lock = await navigator.wakeLock?.request('screen').catch(() => undefined)
  }
  onMount(() => {
    document.addEventListener('visibilitychange', ask)
    void ask()
    onCleanup(() => {
      document.removeEventListener('visibilitychange', ask)
      void lock?.release()
    })
  })
}
