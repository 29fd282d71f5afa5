import { Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import type { Desk } from '../desk.ts'
import { hasBack, sizes } from '../flow.ts'
import { useWords } from '../words.ts'

interface FootProps {
  desk: Desk
  onHelp: () => void
}

/** What is always there: a step back, help, larger letters, buttons within reach. */
export function Foot(props: FootProps) {
  const t = useWords()
  const flow = () => props.desk.flow()
  return (
    <footer class="foot">
      <Show when={hasBack(flow())}>
        <Button kind="quiet" icon="back" onClick={() => props.desk.act({ do: 'back' })}>
          {t().back}
        </Button>
      </Show>
      <Button kind="quiet" icon="help" onClick={() => props.onHelp()}>
        {t().help}
      </Button>
      <Button kind="quiet" icon="larger" onClick={() => props.desk.act({ do: 'larger' })}>
        {flow().size === sizes.length - 1 ? t().smaller : t().larger}
      </Button>
      <Button kind="quiet" icon="lower" aria-pressed={flow().low} onClick={() => props.desk.act({ do: 'lower' })}>
        {flow().low ? t().higher : t().lower}
      </Button>
    </footer>
  )
}
