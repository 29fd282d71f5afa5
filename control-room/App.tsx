import { type ComponentProps, Match, Switch } from 'solid-js'
import type { Asker } from '../contract/ask.ts'
import { Loading } from '../ui/components/Loading.tsx'
import { SignIn } from '../ui/components/SignIn.tsx'
import { createEntry, type Me } from '../ui/entry.ts'
import { TextsProvider } from '../ui/texts.tsx'
import { Devices } from './devices/Devices.tsx'
import { devicesPointOf } from './devices/route.ts'
import { createFromHash } from './from-hash.ts'
import { NotYours } from './pages/NotYours.tsx'
import { Room } from './pages/Room.tsx'
import { isAdmin, manages, maySee } from './person.ts'
import { Plan } from './plan/Plan.tsx'
import { mayPlan, planPointOf } from './plan/route.ts'
import { isStaff } from './staff/route.ts'
import { Staff } from './staff/Staff.tsx'
import { Report } from './totals/Report.tsx'
import { reportOf } from './totals/route.ts'
import { useWords } from './words.ts'
import { mainZone } from './zones.ts'

interface AppProps {
  address: URL
  storage: Pick<Storage, 'getItem' | 'setItem'>
  send?: Asker['send']
}

/** Who watches; then the network, or the page of it that the address asks for. */
export function App(props: AppProps) {
  const asker: Asker = { send: props.send ?? ((request) => fetch(request)), base: props.address.origin }
  const entry = createEntry(asker, props.storage)
  const planned = createFromHash(planPointOf)
  const equipped = createFromHash(devicesPointOf)
  const reported = createFromHash(reportOf)
  const staffed = createFromHash(isStaff)
  const allowed = (pointId: string | undefined, may: (who: Me, pointId: string) => boolean) => {
    const who = entry.known()
    return pointId && who && may(who, pointId) ? pointId : undefined
  }
  /** An admin who sees no hall has the people in place of the room. */
  const asAdmin = () => {
    const who = entry.known()
    return who && isAdmin(who) && (staffed() || !maySee(who)) ? who : undefined
  }
  const watching = () => {
    const who = entry.known()
    return who && maySee(who) ? who : undefined
  }
  return (
    <TextsProvider language={entry.language()} zone={mainZone(entry.known()?.points.map(({ zone }) => zone) ?? [])}>
      <Switch
        fallback={
          <main class="small">
            <Loading />
          </main>
        }
      >
        <Match when={entry.nobody()}>
          <Enter asker={asker} onSignedIn={entry.enter} onSpeak={entry.speak} />
        </Match>
        <Match when={allowed(equipped(), manages)} keyed>
          {(pointId) => <Devices asker={asker} who={entry.known()!} pointId={pointId} onSignedOut={entry.forget} />}
        </Match>
        <Match when={asAdmin()}>
          {(who) => <Staff asker={asker} who={who()} onSpeak={entry.speak} onLeave={entry.leave} onSignedOut={entry.forget} />}
        </Match>
        <Match when={entry.known() && !watching()}>
          <NotYours onLeave={entry.leave} />
        </Match>
        <Match when={allowed(planned(), mayPlan)}>{(pointId) => <Plan asker={asker} pointId={pointId()} />}</Match>
        <Match when={watching() && reported()}>{(report) => <Report asker={asker} asked={report()} />}</Match>
        <Match when={watching()}>
          {(who) => <Room asker={asker} who={who()} onSpeak={entry.speak} onLeave={entry.leave} onSignedOut={entry.forget} />}
        </Match>
      </Switch>
    </TextsProvider>
  )
}

function Enter(props: Omit<ComponentProps<typeof SignIn>, 'texts'>) {
  const t = useWords()
  return <SignIn {...props} texts={t().signIn} />
}
