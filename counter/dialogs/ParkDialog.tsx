import { For } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { Dialog } from '../../ui/components/Dialog.tsx'
import { useTexts } from '../../ui/texts.tsx'
import { useDesk } from '../desk.ts'
import { useWords } from '../words.ts'

const reasons = ['form', 'photo', 'payment', 'colleague', 'other'] as const

/** Sets who is here apart: one press on the reason does it. */
export function ParkDialog() {
  const t = useWords()
  const shared = useTexts()
  const desk = useDesk()
  const shown = desk.current()
  const close = () => desk.open(undefined)
  const park = (reason: (typeof reasons)[number]) => {
    if (shown) void desk.act('park', { ticketId: shown.id, reason })
    close()
  }
  const acts = (
    <Button kind="plain" onClick={close}>
      {shared().close}
    </Button>
  )
  return (
    <Dialog open onClose={close} heading={t().park.title(shown?.label ?? '')} acts={acts}>
      <p>{t().park.why}</p>
      <div class="stack">
        <For each={reasons}>
          {(reason) => (
            <Button kind="quiet" wide off={!desk.can('park')} onClick={() => park(reason)}>
              {t().parked.reasons[reason]}
            </Button>
          )}
        </For>
      </div>
    </Dialog>
  )
}
