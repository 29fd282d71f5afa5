import { expect, test } from 'vitest'
import { Problem } from '../contract/problems.ts'
import { type ActName, type ActResult, createActing } from './acting.ts'

type Asked = { act: ActName; input: object; key: string }
type Answer = ActResult | Problem

/** An api that answers as the test says, and remembers what it was asked. */
function desk(...answers: Answer[]) {
  const asked: Asked[] = []
  const shown: number[] = []
  let signedOut = 0
  let time = 0
  let keys = 0
  let free = () => {}
  let held: Promise<void> | undefined
  const acting = createActing({
    async perform(act, input, key) {
      asked.push({ act, input, key })
      await held
      const answer = answers.shift()
      if (!answer) return { version: asked.length, ticket: null, why: null }
      if (answer instanceof Problem) throw answer
      return answer
    },
    shown: async (version) => void shown.push(version),
    makeKey: () => `key ${++keys}`,
    onSignedOut: () => void signedOut++,
    now: () => time,
    pause: async () => {},
  })
  return {
    acting,
    asked,
    shown,
    signedOut: () => signedOut,
    later: (ms: number) => {
      time += ms
    },
    hold: () => {
      held = new Promise((resolve) => {
        free = resolve
      })
      return () => free()
    },
  }
}
const unavailable = () => new Problem('unavailable')

test('a second press while an act is under way is not asked at all', async () => {
  const { acting, asked, hold } = desk()
  const letGo = hold()
  const first = acting.act('callNext', {})
  expect(acting.busy()?.act).toBe('callNext')
  expect(await acting.act('callNext', {})).toBeUndefined()
  expect(await acting.act('pause', {})).toBeUndefined()
  letGo()
  expect(await first).toBeDefined()
  expect(asked).toHaveLength(1)
  expect(acting.busy()).toBeUndefined()
})

test('a second press right after is a slip, a little later it is meant', async () => {
  const { acting, asked, later } = desk()
  await acting.act('recall', { ticketId: 'a' })
  later(200)
  expect(await acting.act('recall', { ticketId: 'a' })).toBeUndefined()
  await acting.act('miss', { ticketId: 'a' })
  later(700)
  await acting.act('recall', { ticketId: 'a' })
  expect(asked.map(({ act }) => act)).toEqual(['recall', 'miss', 'recall'])
})

test('what nobody answered is asked again by itself under the same key', async () => {
  const { acting, asked } = desk(unavailable(), unavailable())
  expect(await acting.act('finish', { ticketId: 'a' })).toBeDefined()
  expect(asked.map(({ key }) => key)).toEqual(['key 1', 'key 1', 'key 1'])
  expect(acting.trouble()).toBeUndefined()
})

test('pressed again after no answer at all, it still carries the same key; another act gets its own', async () => {
  const { acting, asked, later } = desk(...Array.from({ length: 6 }, unavailable))
  expect(await acting.act('finish', { ticketId: 'a' })).toBeUndefined()
  expect(acting.trouble()?.again).toBeDefined()
  await acting.act('finish', { ticketId: 'a' })
  expect(new Set(asked.map(({ key }) => key))).toEqual(new Set(['key 1']))
  await acting.trouble()?.again?.()
  expect(asked.at(-1)?.key).toBe('key 1')
  expect(acting.trouble()).toBeUndefined()
  later(700)
  await acting.act('finish', { ticketId: 'b' })
  await acting.act('callNext', {})
  expect(asked.slice(-2).map(({ key }) => key)).not.toContain('key 1')
})

test('a refusal is said at once, once, and the next press is a new act', async () => {
  const { acting, asked } = desk(new Problem('nobody-waiting', { counterId: 3 }))
  expect(await acting.act('callNext', {})).toBeUndefined()
  expect(acting.trouble()).toMatchObject({ act: 'callNext', code: 'nobody-waiting', details: { counterId: 3 } })
  expect(acting.trouble()?.again).toBeUndefined()
  await acting.act('callNext', {})
  expect(asked.map(({ key }) => key)).toEqual(['key 1', 'key 2'])
  expect(acting.trouble()).toBeUndefined()
})

test('an act is over only when the list shows it', async () => {
  const { acting, shown } = desk({ version: 17, ticket: null, why: null })
  await acting.act('callNext', {})
  expect(shown).toEqual([17])
})

test('who is signed out is sent to sign in', async () => {
  const { acting, signedOut } = desk(new Problem('sign-in-needed'))
  await acting.act('callNext', {})
  expect(signedOut()).toBe(1)
})
