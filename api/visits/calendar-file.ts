import type { Context } from 'hono'
import { Problem } from '../../contract/problems.ts'
import { stands } from '../../domain/calendar.ts'
import type { House } from '../house.ts'
import type { Identity } from '../identity.ts'
import type { Env } from '../serve.ts'
import { calendarEntry } from './calendar-entry.ts'
import { visitOf } from './read.ts'
import { wordingOf } from './wording.ts'

/**
 * A visit as a calendar file, for whoever holds its link: shown as `Authorization: Visit`, or as `?token=` since a browser that saves a file
 * sends no header of ours.
 */
export async function calendarFile(house: House, c: Context<Env>): Promise<Response> {
  const { pointId, appointment } = await visitOf(house, identityOf(house, c), c.req.param('visit') ?? '')
  const text = calendarEntry({
    appointment,
    wording: wordingOf(house, pointId, appointment),
    method: stands(appointment) ? 'PUBLISH' : 'CANCEL',
    now: house.clock.now(),
  })
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${appointment.reference}.ics"`,
      'cache-control': 'no-store',
    },
  })
}

function identityOf(house: House, c: Context<Env>): Identity {
  const token = c.req.query('token')
  if (token === undefined) return c.get('identity')
  const shown = house.secrets.readVisitToken(token)
  if (!shown) throw new Problem('link-not-valid')
  return { kind: 'visitor', ...shown }
}
