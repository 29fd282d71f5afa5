/** The counter that this computer stands at. */
export interface Place {
  pointId: string
  counterId: number
}

const kept = 'beurt.counter'

/** Where this screen works: as its address says, else where it worked before. */
export function readPlace(address: URL, storage: Pick<Storage, 'getItem'>): Place | undefined {
  const pointId = address.searchParams.get('point')
  const named = placeOf(pointId, address.searchParams.get('counter'))
  if (named || pointId) return named
  const [point, counter] = (storage.getItem(kept) ?? '').split(' ')
  return placeOf(point, counter)
}

export function keepPlace(storage: Pick<Storage, 'setItem'>, place: Place | undefined): void {
  storage.setItem(kept, place ? `${place.pointId} ${place.counterId}` : '')
  const query = place ? `?${new URLSearchParams({ point: place.pointId, counter: String(place.counterId) })}` : ''
  history.replaceState(null, '', `${location.pathname}${query}`)
}

function placeOf(pointId: string | null | undefined, counter: string | null | undefined): Place | undefined {
  return pointId && counter && /^[1-9]\d?$/.test(counter) ? { pointId, counterId: Number(counter) } : undefined
}
