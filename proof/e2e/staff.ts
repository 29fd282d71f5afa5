import { addDevice, enrolDevice, signIn } from '../../contract/access.ts'
import { type Asker, ask, requestOf } from '../../contract/ask.ts'
import { hallList } from '../../contract/tickets.ts'
import { newKey } from '../../contract/uuid.ts'
import { counterId, mainPoint, password } from './stage.ts'

const askerOf = (base: string, headers: Record<string, string> = {}): Asker => ({
  base,
  send: (request) => fetch(request),
  headers: () => headers,
})

/** Someone of the staff, signed in over HTTP with name and password. */
export async function signedIn(site: string, subject: string, secret = password): Promise<Asker> {
  const response = await fetch(requestOf(askerOf(site), signIn, { subject, password: secret }, null))
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (!response.ok || !cookie) throw new Error(`${subject} cannot sign in: ${response.status} ${await response.text()}`)
  return askerOf(site, { cookie })
}

/** A device announced by an admin: the code that is typed into it, once. */
export const announced = (admin: Asker, kind: 'kiosk' | 'display', point: string = mainPoint) =>
  ask(admin, addDevice, { point, kind }, newKey())

/** A kiosk without a screen, enrolled with a code of its own: who takes many numbers at once. */
export async function enrolledKiosk(site: string, admin: Asker, point: string = mainPoint): Promise<Asker> {
  const { code } = await announced(admin, 'kiosk', point)
  const { token } = await ask(askerOf(site), enrolDevice, { code })
  return askerOf(site, { authorization: `Bearer ${token}` })
}

/** The hall as the free counter sees it. */
export const hallOf = (clerk: Asker, point: string = mainPoint) => ask(clerk, hallList, { point, counter: String(counterId) })
