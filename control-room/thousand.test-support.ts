import type { Page } from 'playwright-core'
import { iso } from '../domain/time.ts'
import { tile } from './tiles.test-support.ts'
import type { Tile } from './tiles.ts'

const districts = ['Aveiro', 'Beja', 'Braga', 'Coimbra', 'Évora', 'Faro', 'Lisboa', 'Porto']

/** Halls all over Portugal, and one in ten on the Azores: the same for the same number. */
export const tilesOf = (count: number, at: number): Tile[] =>
  Array.from({ length: count }, (_, i) => {
    const isIsland = i % 10 === 9
    return tile(`hall-${i}`, {
      name: `Espaço Cidadão ${i}`,
      organisationId: i % 3 ? 'exemplo' : 'voorbeeld',
      district: isIsland ? 'Açores' : districts[i % districts.length]!,
      towns: [`Vila ${i}`],
      country: 'PT',
      zone: isIsland ? 'Atlantic/Azores' : 'Europe/Lisbon',
      latitude: isIsland ? 37.7 + ((i * 7) % 100) / 60 : 37.1 + ((i * 37) % 491) / 100,
      longitude: isIsland ? -28.6 + ((i * 11) % 100) / 30 : -8.9 + ((i * 53) % 211) / 100,
      ...movedTo(i, at),
    })
  })

/** What a hall shows after it moved. */
export function movedTo(n: number, at: number): Partial<Tile> {
  const waiting = (n * 7) % 23
  const from = (waiting * 3) % 40
  return {
    version: n,
    waiting,
    longestSince: waiting ? iso(at - ((n * 5) % 28) * 60_000) : null,
    wait: { fromMinutes: from, untilMinutes: from + 10 },
    serving: n % 4,
    finishedToday: n,
  }
}

/** Before the page loads: its network is what `tell` tells, in place of the api's. Everything else it asks is asked. */
export const prepare = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const real = globalThis.fetch
    const encoder = new TextEncoder()
    const open = new Set<ReadableStreamDefaultController<Uint8Array>>()
    const bytesOf = (value: unknown) => encoder.encode(`data: ${JSON.stringify(value)}\n\n`)
    let whole: unknown
    Object.assign(globalThis, {
      tell(value: unknown, isWhole: boolean) {
        if (isWhole) whole = value
        for (const controller of open) controller.enqueue(bytesOf(value))
      },
      fetch(given: Request, more?: RequestInit) {
        const request = new Request(given, more)
        if (new URL(request.url).pathname !== '/api/network') return real(request)
        let mine: ReadableStreamDefaultController<Uint8Array>
        const body = new ReadableStream<Uint8Array>({
          start(controller) {
            mine = controller
            open.add(controller)
            if (whole) controller.enqueue(bytesOf(whole))
          },
          cancel: () => void open.delete(mine),
        })
        return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }))
      },
    })
  })
}

/** Tells the page tiles: all of them, or those that moved. */
export const tell = (page: Page, at: number, tiles: readonly Tile[], isWhole = false): Promise<void> => {
  const organisations = ['exemplo', 'voorbeeld'].map((id) => ({ id, names: { nl: `Organisatie ${id}` } }))
  const value = { at: iso(at), tiles, organisations: isWhole ? organisations : [], toCome: 0 }
  return page.evaluate(
    ([told, whole]) => (globalThis as unknown as { tell: (value: unknown, isWhole: boolean) => void }).tell(told, whole),
    [value, isWhole] as const,
  )
}
