import { Show } from 'solid-js'
import { useFormat, useTexts } from '../texts.tsx'
import { Icon } from './Icon.tsx'

interface ConnectionStateProps {
  connected: boolean
  /** Since when what is shown is no longer fresh. */
  lostAt?: number
  /** Says nothing while all is well, as on displays and kiosks. */
  quiet?: boolean
  class?: string
}

/** `verbonden`, or since when not; give it `live.connected()` and `live.lostAt()`. */
export function ConnectionState(props: ConnectionStateProps) {
  const t = useTexts()
  const format = useFormat()
  const lost = () => !props.connected && props.lostAt !== undefined
  const words = () => {
    if (lost()) return t().lostSince(format().time(props.lostAt ?? 0))
    return props.connected ? t().connected : t().connecting
  }
  return (
    <span class={`connection ${lost() ? 'lost' : ''} ${props.class ?? ''}`} role="status">
      <Show when={lost() || !props.quiet}>
        <Icon name={props.connected ? 'connected' : lost() ? 'noConnection' : 'clock'} />
        <span>{words()}</span>
      </Show>
    </span>
  )
}
