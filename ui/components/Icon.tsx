import { type IconName, icons } from '../icons.ts'

interface IconProps {
  name: IconName
  /** Said to who cannot see it; without it the icon is decoration beside words. */
  label?: string
  class?: string
}

export function Icon(props: IconProps) {
  return (
    <svg
      class={`icon ${icons[props.name].mirrors ? 'mirrors' : ''} ${props.class ?? ''}`}
      viewBox="0 0 24 24"
      role={props.label ? 'img' : undefined}
      aria-label={props.label}
      aria-hidden={props.label ? undefined : 'true'}
    >
      <path d={icons[props.name].path} />
    </svg>
  )
}
