import { Button } from '../../ui/components/Button.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { useWords } from './words.ts'

export function ZoomButtons(props: { onZoom: (by: number) => void; onHome: () => void }) {
  const t = useWords()
  return (
    <div class="zoom">
      <Button kind="quiet" aria-label={t().nearer} title={t().nearer} onClick={() => props.onZoom(2)}>
        <Icon name="plus" />
      </Button>
      <Button kind="quiet" aria-label={t().further} title={t().further} onClick={() => props.onZoom(0.5)}>
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M5 12h14" />
        </svg>
      </Button>
      <Button kind="quiet" aria-label={t().whole} title={t().whole} onClick={() => props.onHome()}>
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5" />
        </svg>
      </Button>
    </div>
  )
}
