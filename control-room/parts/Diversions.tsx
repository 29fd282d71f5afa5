import { createMemo, createSignal, Show } from 'solid-js'
import { type Asker, ask } from '../../contract/ask.ts'
import { endDiversion } from '../../contract/network.ts'
import { Problem } from '../../contract/problems.ts'
import { problemSentence } from '../../contract/texts/problems.ts'
import { newKey } from '../../contract/uuid.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Keyed } from '../../ui/components/Keyed.tsx'
import { useFormat, useLanguage } from '../../ui/texts.tsx'
import type { HallSeen } from '../hall.ts'
import { isolated } from '../isolated.ts'
import { placeTime } from '../place-time.ts'
import { AskBookings } from '../plan/AskBookings.tsx'
import type { Halls, Tile } from '../tiles.ts'
import { useWords } from '../words.ts'
import { useMinutesLeft } from './minutes-left.ts'
import { Part } from './Part.tsx'
import { Wrong } from './Wrong.tsx'

interface DiversionsProps {
  asker: Asker
  halls: Halls
  id: string
  services: HallSeen['services']
  onSaid: (sentence: string) => void
}

/** Where people of a hall are sent, and from where they come; each can be ended where it begins. */
export function Diversions(props: DiversionsProps) {
  const t = useWords()
  const tile = () => props.halls.tile(props.id)
  const incoming = createMemo(() =>
    props.halls
      .ids()
      .map(props.halls.tile)
      .flatMap((from) => from.diversions.filter(({ toPointId }) => toPointId === props.id).map((diversion) => ({ from, diversion }))),
  )
  const left = useMinutesLeft()
  return (
    <Part heading={t().detail.diversions}>
      <Show when={tile().diversions.length + incoming().length > 0} fallback={<p class="soft">{t().detail.none}</p>}>
        <ul class="plain diverted">
          <Keyed each={tile().diversions} by={({ id }) => id}>
            {(diversion) => <Running {...props} tile={tile()} diversion={diversion()} />}
          </Keyed>
          <Keyed each={incoming()} by={({ diversion }) => diversion.id}>
            {(one) => (
              <li>
                <b>{t().detail.incoming(isolated(one().from.name))}</b>
                <span class="soft">{left(one().diversion.until, props.halls.now())}</span>
              </li>
            )}
          </Keyed>
        </ul>
      </Show>
    </Part>
  )
}

function Running(props: DiversionsProps & { tile: Tile; diversion: Tile['diversions'][number] }) {
  const t = useWords()
  const format = useFormat()
  const language = useLanguage()
  const left = useMinutesLeft()
  const [busy, setBusy] = createSignal(false)
  const [wrong, setWrong] = createSignal('')
  const named = (id: string) => {
    const names = props.services.find((service) => service.id === id)?.names ?? {}
    return names[language()] ?? Object.values(names)[0] ?? id
  }
  const whichServices = () =>
    props.diversion.serviceIds.length ? format().list(props.diversion.serviceIds.map(named)) : t().detail.allServices
  const end = async () => {
    setBusy(true)
    setWrong('')
    try {
      await ask(props.asker, endDiversion, { point: props.id, diversion: props.diversion.id }, newKey())
      props.onSaid(t().detail.ended(props.diversion.toName))
      // The button goes with its diversion: who works by keyboard goes on from the name of the hall.
      document.getElementById('hall-name')?.focus()
    } catch (error) {
      const { code, details } = error instanceof Problem ? error : new Problem('unexpected')
      setWrong(problemSentence(language(), code, details))
      setBusy(false)
    }
  }
  return (
    <li>
      <b>{t().to(isolated(props.diversion.toName))}</b>
      <span>
        {t().both(
          left(props.diversion.until, props.halls.now()),
          t().until(placeTime(props.diversion.until, props.tile.zone, format(), t())),
        )}
      </span>
      <span class="soft">{t().both(whichServices(), t().detail.fromGain(props.diversion.minGainMinutes))}</span>
      <Show when={props.diversion.concerns !== 'bookings'}>
        <span>{t().detail.went(props.diversion.went)}</span>
      </Show>
      <Wrong says={wrong()} />
      <AskBookings asker={props.asker} pointId={props.id} diversion={props.diversion} onSaid={props.onSaid} />
      <Button kind="quiet" busy={busy()} aria-label={t().detail.endOf(props.diversion.toName)} onClick={end}>
        {t().detail.end}
      </Button>
    </li>
  )
}
