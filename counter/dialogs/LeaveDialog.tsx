import { onMount, Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { Dialog } from '../../ui/components/Dialog.tsx'
import { useDesk } from '../desk.ts'
import { useWords } from '../words.ts'

/** Signing out of an open counter: it is closed first, or stays open because somebody is there. */
export function LeaveDialog(props: { onLeave: () => void }) {
  const t = useWords()
  const desk = useDesk()
  const close = () => desk.open(undefined)
  const closed = () => desk.counter()?.state === 'closed' || !desk.counter()?.mine
  onMount(() => closed() && props.onLeave())
  const closeAndLeave = async () => {
    if (await desk.act('close', {})) props.onLeave()
    else close()
  }
  const acts = (
    <>
      <Button kind="plain" onClick={close}>
        {t().leave.stay}
      </Button>
      <Button kind="quiet" onClick={() => props.onLeave()}>
        {t().leave.out}
      </Button>
      <Show when={desk.can('close')}>
        <Button busy={desk.busy()?.act === 'close'} onClick={() => void closeAndLeave()}>
          {t().leave.closeAndOut}
        </Button>
      </Show>
    </>
  )
  return (
    <Dialog open onClose={close} heading={t().leave.title} acts={acts}>
      <p>{desk.current() ? t().leave.busy : t().leave.stillOpen}</p>
    </Dialog>
  )
}
