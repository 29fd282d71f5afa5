import { Button } from '../../ui/components/Button.tsx'
import { Card } from '../../ui/components/Card.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { useFormat } from '../../ui/texts.tsx'
import type { Desk, Menu } from '../desk.ts'
import { useWords } from '../words.ts'

interface OfferProps {
  desk: Desk
  offer: Menu['offers'][number]
  serviceId: string
  people: number
}

/** A quieter place with what it costs and gains. Going there takes a press of its own; staying is what is proposed. */
export function Offer(props: OfferProps) {
  const t = useWords()
  const format = useFormat()
  const range = (wait: { fromMinutes: number; untilMinutes: number }) =>
    t().offerWait(format().minutesRange(wait.fromMinutes, wait.untilMinutes))
  const { desk } = props
  return (
    <>
      <h1 tabindex="-1">{t().offerTitle}</h1>
      <p class="lead">{t().offerGain(format().duration(props.offer.gainMinutes))}</p>
      <div class="sides">
        <Card heading={t().offerHere}>
          <p class="figure">
            <Icon name="clock" />
            {range(props.offer.waitHere)}
          </p>
        </Card>
        <Card heading={t().offerThere(props.offer.to.name)}>
          <p class="figure">
            <Icon name="pin" />
            {t()[props.offer.by === 'walk' ? 'offerWalk' : 'offerRide'](
              format().duration(props.offer.travelMinutes),
              format()
                .distance(props.offer.distanceKm * 1000)
                .replace(' ', '\u00a0'),
            )}
          </p>
          <p class="figure">
            <Icon name="clock" />
            {range(props.offer.waitThere)}
          </p>
          <p class="soft">{props.offer.to.address}</p>
        </Card>
      </div>
      <div class="acts">
        <Button wide onClick={() => void desk.take(props.serviceId, props.people)}>
          {t().offerStay}
        </Button>
        <Button kind="quiet" wide onClick={() => desk.accept(props.serviceId, props.people, props.offer.diversionId)}>
          {t().offerGo(props.offer.to.name)}
        </Button>
      </div>
    </>
  )
}
