import { createSignal, Show } from 'solid-js'
import type { Asker } from '../contract/ask.ts'
import { type Enrolment, forgetEnrolment, keepEnrolment, readEnrolment } from './enrolment.ts'
import { Enrol } from './pages/Enrol.tsx'
import { Hall } from './pages/Hall.tsx'

interface AppProps {
  address: URL
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  send?: Asker['send']
}

/** Which hall this screen hangs in: the one its address names, or the one it was enrolled for. */
export function App(props: AppProps) {
  const [enrolment, setEnrolment] = createSignal(readEnrolment(props.storage))
  const named = props.address.searchParams.get('point')
  const pointId = () => named ?? enrolment()?.pointId
  const asker: Asker = {
    send: props.send ?? ((request) => fetch(request)),
    base: props.address.origin,
    headers: () => tokenOf(enrolment()),
  }
  const keep = (made: Enrolment) => {
    keepEnrolment(props.storage, made)
    setEnrolment(made)
  }
  const forget = () => {
    forgetEnrolment(props.storage)
    setEnrolment(undefined)
  }
  return (
    <Show when={pointId()} keyed fallback={<Enrol asker={asker} onEnrolled={keep} />}>
      {(id) => (
        <Hall
          asker={asker}
          pointId={id}
          muted={props.address.searchParams.get('sound') === 'off'}
          reports={enrolment()?.pointId === id}
          onTakenOut={forget}
        />
      )}
    </Show>
  )
}

const tokenOf = (enrolment: Enrolment | undefined): Record<string, string> =>
  enrolment ? { authorization: `Bearer ${enrolment.token}` } : {}
