import { splitLabel } from '../label.ts'

interface NumberLabelProps {
  /** A ticket label: `A042`, `A 042`, or from a kiosk that was cut off `N2 014`. */
  label: string
  size?: 'line' | 'big' | 'huge'
  class?: string
}

/** Stays left to right in Arabic; never breaks over two lines. */
export function NumberLabel(props: NumberLabelProps) {
  const parts = () => splitLabel(props.label)
  return (
    <bdi class={`number ${props.size ?? ''} ${props.class ?? ''}`} lang="en" dir="ltr">
      {`${parts().series}\u00a0${parts().digits}`.trim()}
    </bdi>
  )
}
