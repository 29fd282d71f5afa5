/** What this screen knows of itself once it was enrolled with its code. */
export interface Enrolment {
  pointId: string
  token: string
}

const place = 'beurt.display'

export function readEnrolment(storage: Pick<Storage, 'getItem'>): Enrolment | undefined {
  try {
    const kept: Partial<Enrolment> | null = JSON.parse(storage.getItem(place) ?? 'null')
    return kept?.pointId && kept.token ? { pointId: kept.pointId, token: kept.token } : undefined
  } catch {
    return undefined
  }
}

/** What this screen knew is worth nothing any more: it was taken out. */
export function forgetEnrolment(storage: Pick<Storage, 'removeItem'>): void {
  storage.removeItem(place)
}

export function keepEnrolment(storage: Pick<Storage, 'setItem'>, enrolment: Enrolment): void {
  storage.setItem(place, JSON.stringify(enrolment))
}
