import { askPoint } from './ask-slots.ts'
import type { Asked } from './asked.ts'
import { Services } from './pages/Services.tsx'
import { readWanted } from './read-wanted.ts'
import { page } from './respond.tsx'
import { allTexts } from './texts.ts'

/** `/book/:point`: what for, and with how many people. */
export async function chooseServices(asked: Asked, pointId: string): Promise<Response> {
  const found = await askPoint(asked, pointId)
  const wanted = readWanted(asked.url.searchParams)
  const wrong = asked.url.searchParams.get('wrong') === 'services'
  return page(asked, {
    title: allTexts[asked.language].services.title,
    zone: found.point.zone,
    phone: found.point.phone,
    wrong,
    body: () => <Services asked={asked} found={found} wanted={wanted} wrong={wrong} />,
  })
}
