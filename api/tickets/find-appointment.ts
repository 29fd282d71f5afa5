import { Problem } from '../../contract/problems.ts'
import type { PointId, Uuid } from '../../domain/ids.ts'
import { readReference } from '../../domain/reference.ts'
import type { House } from '../house.ts'

type Found = { id: Uuid; pointId: PointId; standing: boolean }

/**
 * The appointment that a code stands for: what somebody typed, or what a camera read off the mail (the link of the visit). One that still
 * stands goes before one that does not, one here before one elsewhere. Throws `wrong-point` for one that stands at another point.
 */
export async function findAppointment(house: House, pointId: PointId, code: string): Promise<Uuid> {
  const token = visitTokenIn(code)
  const found = token ? await byToken(house, token) : await byReference(house, pointId, code)
  const here = found.filter((f) => f.pointId === pointId)
  const best = here.find((f) => f.standing) ?? found.find((f) => f.standing) ?? here[0]
  if (!best) throw new Problem('appointment-unknown')
  if (best.pointId !== pointId)
    throw new Problem('wrong-point', { pointId: best.pointId, pointName: house.catalogue.point(best.pointId)?.name ?? '' })
  return best.id
}

/** The token of a visit out of a link, out of the content of a QR code, or by itself. */
export const visitTokenIn = (code: string): string | null =>
  code.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\.\d{1,6}\.[\w-]{24}/)?.[0] ?? null

async function byToken({ secrets, connections }: House, token: string): Promise<Found[]> {
  const visit = secrets.readVisitToken(token)
  if (!visit) throw new Problem('link-not-valid')
  const rows = await connections.slowSql`
    select id, point_id, generation, state in ('held', 'unconfirmed', 'booked', 'arrived') as standing from appointments
    where visit_id = ${visit.visitId} order by created_at desc`
  const [newest] = rows
  if (newest && newest.generation !== visit.generation) throw new Problem('link-not-valid')
  return rows.map((r) => ({ id: r.id, pointId: r.point_id, standing: r.standing }))
}

async function byReference({ catalogue, connections }: House, pointId: PointId, typed: string): Promise<Found[]> {
  const reference = readReference(typed)
  if (!reference) return []
  const at = async (points: readonly PointId[]): Promise<Found[]> => {
    const rows = await connections.slowSql`
      select id, point_id, state in ('held', 'unconfirmed', 'booked', 'arrived') as standing from appointments
      where point_id in ${connections.slowSql(points)} and reference = ${reference} order by created_at desc`
    return rows.map((r) => ({ id: r.id, pointId: r.point_id, standing: r.standing }))
  }
  const here = await at([pointId])
  if (here.some((f) => f.standing)) return here
  return [...here, ...(await at([...catalogue.points()].map((p) => p.id)))]
}
