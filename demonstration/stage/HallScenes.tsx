import { createMemo } from 'solid-js'
import { useLanguage } from '../../ui/texts.tsx'
import type { Addresses } from './addresses.ts'
import type { StageState } from './routes.ts'
import { Scene } from './Scene.tsx'
import { useWords } from './words.ts'

/** One hall: the screens that stand in it, and the phone of somebody who waits. */
export function HallScenes(props: { state: StageState; addresses: Addresses }) {
  const t = useWords()
  const language = useLanguage()
  const scenes = () => t().scenes
  // A value that is the same must not load a screen anew.
  const kiosk = createMemo(() => props.addresses.kiosk)
  const paper = createMemo(() => props.addresses.paper)
  const display = createMemo(() => props.addresses.display)
  const counter = createMemo(() => props.addresses.counter)
  const path = createMemo(() => props.state.followed && `${props.state.followed.path}?language=${language()}`)
  const follows = () => (props.state.followed ? scenes().phone.say(`\u2068${props.state.followed.label}\u2069`) : t().phoneWaits)
  return (
    <div class="hall">
      <Scene kind="kiosk" {...scenes().kiosk} size={[1080, 1920]} address={kiosk()} full={kiosk()} />
      <Scene kind="paper" {...scenes().paper} size={[400, 860]} address={`${paper()}roll?language=${language()}`} full={paper()} />
      <Scene kind="display" {...scenes().display} size={[1920, 1080]} address={`${display()}&sound=off`} full={display()} />
      <Scene kind="counter" {...scenes().counter} size={[1440, 900]} address={counter()} full={counter()} />
      <Scene kind="phone" name={scenes().phone.name} say={follows()} size={[390, 844]} address={path()} full={path()} />
    </div>
  )
}
