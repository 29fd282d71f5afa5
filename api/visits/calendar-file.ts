import type { Context } from 'hono'
import { Problem } from '../../contract/problems.ts'
import type { House } from '../house.ts'
import type { Env } from '../serve.ts'

/** A visit as a calendar file, for whoever holds its link. */
export async function calendarFile(_house: House, _c: Context<Env>): Promise<Response> {
  throw new Problem('link-not-valid')
}
