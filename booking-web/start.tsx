import { askServices, askSoonest, readWhere } from './ask-soonest.ts'
import type { Asked } from './asked.ts'
import { choosePlace } from './choose-place.tsx'
import { pickingOf, zonesDiffer } from './choose-time.tsx'
import { Soonest } from './pages/Soonest.tsx'
import { Start } from './pages/Start.tsx'
import { readWanted } from './read-wanted.ts'
import { page } from './respond.tsx'
import { allTexts } from './texts.ts'

/**
 * `/book/`: what somebody comes for, and where. With services in the address: what is free the soonest near there. With a place alone: the
 * service points that are called so or lie around it.
 */
export async function start(asked: Asked): Promise<Response> {
  const query = asked.url.searchParams
  if (readWanted(query).services) return soonest(asked)
  const what = (query.get('what') ?? '').trim().slice(0, 120)
  if (query.has('all') || (!what && query.get('place')?.trim())) return choosePlace(asked)
  const where = await readWhere(asked)
  const services = await askServices(asked, what, where.at)
  return page(asked, {
    title: allTexts[asked.language].services.title,
    script: true,
    body: () => <Start asked={asked} what={what} where={where} services={services} />,
  })
}

async function soonest(asked: Asked): Promise<Response> {
  const wanted = readWanted(asked.url.searchParams)
  const found = await askSoonest(asked, wanted, await readWhere(asked))
  const best = found.soon[0]
  const zoneNote = await zonesDiffer(asked)
  return page(asked, {
    title: allTexts[asked.language].times.title,
    zone: best?.point.zone,
    script: true,
    wide: true,
    body: () => <Soonest asked={asked} found={found} picking={best ? pickingOf(asked, best.point.id, wanted) : null} zoneNote={zoneNote} />,
  })
}
