import { Button } from '../../ui/components/Button.tsx'
import { Dialog } from '../../ui/components/Dialog.tsx'
import { useWords } from '../words.ts'

interface StillThereProps {
  secondsLeft: number | null
  onMore: () => void
  onDone: () => void
}

/** Asks before the kiosk forgets what somebody was doing; more time as often as one likes. */
export function StillThere(props: StillThereProps) {
  const t = useWords()
  return (
    <Dialog
      open={props.secondsLeft !== null}
      onClose={() => props.onMore()}
      heading={t().stillThere}
      acts={
        <>
          <Button onClick={() => props.onMore()}>{t().moreTime}</Button>
          <Button kind="quiet" onClick={() => props.onDone()}>
            {t().startAgain}
          </Button>
        </>
      }
    >
      <p>{t().stillThereSay(props.secondsLeft ?? 0)}</p>
    </Dialog>
  )
}
