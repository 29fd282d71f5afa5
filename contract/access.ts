import * as v from 'valibot'
import { deviceAlerts } from '../domain/device.ts'
import { get, post } from './route.ts'
import { instantOut, language, line, shortName, uuid } from './shapes.ts'

export const roleNames = ['clerk', 'point-manager', 'network-manager', 'admin'] as const
const roleName = v.picklist(roleNames)
/** Who may what, and where: at a point, or `*` for the whole network. */
const rolesIn = v.pipe(
  v.array(v.strictObject({ role: roleName, scope: v.union([v.literal('*'), shortName]) })),
  v.minLength(1, 'empty'),
  v.maxLength(50, 'too-many'),
)
const triedPassword = v.pipe(v.string(), v.minLength(1, 'empty'), v.maxLength(200, 'too-long'))
/** What is kept of it is a hash. */
const newPassword = v.pipe(v.string(), v.minLength(12, 'too-short'), v.maxLength(200, 'too-long'))
const rolesOut = v.array(v.object({ role: roleName, scope: v.string() }))
export const meOut = v.object({
  id: v.string(),
  name: v.string(),
  language: v.string(),
  roles: rolesOut,
  points: v.array(v.object({ id: v.string(), name: v.string(), zone: v.string() })),
})

/** Sets the cookie of the sign-in; nothing secret is in the answer. */
export const signIn = post('/api/sign-ins', {
  summary: 'Sign in with a local account',
  plain: true,
  body: v.strictObject({ subject: line(120), password: triedPassword }),
  result: meOut,
})
export const signOut = post('/api/sign-ins/mine/end', { summary: 'Sign out', plain: true, body: v.strictObject({}), result: v.object({}) })
export const me = get('/api/me', { summary: 'Who is signed in', result: meOut })

export const addDevice = post('/api/points/:point/devices', {
  summary: 'Announce a kiosk or display; answers the one-time code to type into it',
  params: { point: shortName },
  body: v.strictObject({ kind: v.picklist(['kiosk', 'display']) }),
  result: v.object({ id: v.string(), kind: v.string(), number: v.number(), code: v.string(), until: instantOut }),
})
/** A device that was announced and is not enrolled yet has the end of its code; one that was taken out is not among them. */
export const listDevices = get('/api/points/:point/devices', {
  summary: 'The kiosks and displays of a point, and how each is, live',
  params: { point: shortName },
  live: true,
  result: v.object({
    at: instantOut,
    name: v.string(),
    zone: v.string(),
    devices: v.array(
      v.object({
        id: v.string(),
        kind: v.picklist(['kiosk', 'display']),
        number: v.number(),
        paper: v.picklist(['ok', 'low', 'out', 'unknown']),
        seenAt: v.nullable(instantOut),
        alert: v.nullable(v.picklist(deviceAlerts)),
        codeUntil: v.nullable(instantOut),
      }),
    ),
  }),
})
/** The code works once and for fifteen minutes. Whoever asks again with the same `token` of its own is told the same again. */
export const enrolDevice = post('/api/devices/enrol', {
  summary: 'Enrol a device with its one-time code',
  plain: true,
  body: v.strictObject({
    code: v.pipe(v.string(), v.minLength(1, 'empty'), v.maxLength(40, 'too-long')),
    /** What it wants to be known by from then on: 256 random bits that it minted itself. Without it one is minted here. */
    token: v.optional(v.pipe(v.string(), v.minLength(43, 'too-short'), v.maxLength(43, 'too-long'))),
    /** The token that a kiosk held here before: it still is that kiosk, or was until a day ago, and gets its own number again. */
    former: v.optional(v.pipe(v.string(), v.minLength(1, 'empty'), v.maxLength(200, 'too-long'))),
  }),
  result: v.object({ id: v.string(), pointId: v.string(), kind: v.picklist(['kiosk', 'display']), number: v.number(), token: v.string() }),
})
/** The device keeps nothing of it: what it holds is refused from then on. */
export const removeDevice = post('/api/points/:point/devices/:device/remove', {
  summary: 'Take a device out; its token and its code no longer work',
  params: { point: shortName, device: uuid },
  plain: true,
  body: v.strictObject({}),
  result: v.object({ id: v.string() }),
})
export const reportDevice = post('/api/devices/mine/report', {
  summary: 'How a device is',
  plain: true,
  body: v.strictObject({
    paper: v.optional(v.picklist(['ok', 'low', 'out', 'unknown'])),
    /** How many numbers that it gave today are on paper and in no hall. */
    stray: v.optional(v.pipe(v.number('number'), v.integer('integer'), v.minValue(0, 'too-small'), v.maxValue(99_999, 'too-large'))),
  }),
  result: v.object({ id: v.string(), pointId: v.string(), number: v.number() }),
})

/** At most a hundred, by name, those who are closed last; `all` is how many there are. */
export const listStaff = get('/api/staff', {
  summary: 'Who has an account; `q` is a part of a name or of the name to sign in with',
  query: { q: v.optional(line(120)) },
  result: v.object({
    all: v.number(),
    staff: v.array(
      v.object({ id: v.string(), subject: v.string(), name: v.string(), roles: rolesOut, disabledAt: v.nullable(instantOut) }),
    ),
  }),
})
export const addStaff = post('/api/staff', {
  summary: 'Add someone who works here',
  body: v.strictObject({
    subject: line(120),
    name: line(80),
    password: newPassword,
    language: v.optional(language),
    roles: rolesIn,
  }),
  result: v.object({ id: v.string(), subject: v.string() }),
})
export const disableStaff = post('/api/staff/:staff/disable', {
  summary: 'Close an account; its sign-ins end at once',
  params: { staff: uuid },
  plain: true,
  body: v.strictObject({}),
  result: v.object({ id: v.string() }),
})
export const enableStaff = post('/api/staff/:staff/enable', {
  summary: 'Open an account again that was closed',
  params: { staff: uuid },
  plain: true,
  body: v.strictObject({}),
  result: v.object({ id: v.string() }),
})
export const setPassword = post('/api/staff/:staff/password', {
  summary: 'Give somebody another password; their sign-ins end',
  params: { staff: uuid },
  plain: true,
  body: v.strictObject({ password: newPassword }),
  result: v.object({ id: v.string() }),
})
/** The password of now is asked too: a screen that somebody left open is not enough. */
export const setMyPassword = post('/api/me/password', {
  summary: 'Choose another password for your own account; its other sign-ins end',
  plain: true,
  body: v.strictObject({ present: triedPassword, password: newPassword }),
  result: v.object({ id: v.string() }),
})
/** What somebody may from now on, in place of all that they might before. */
export const setRoles = post('/api/staff/:staff/roles', {
  summary: 'Give somebody other roles',
  params: { staff: uuid },
  plain: true,
  body: v.strictObject({ roles: rolesIn }),
  result: v.object({ id: v.string(), roles: rolesOut }),
})
