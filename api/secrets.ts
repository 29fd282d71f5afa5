import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Uuid } from '../domain/ids.ts'
import { referenceOf } from '../domain/reference.ts'

/** What is derived from the deployment's one key: links of visits and tickets. Nothing of it is stored. */
export function makeSecrets(key: string) {
  const mac = (what: string) => createHmac('sha256', key).update(what).digest('base64url').slice(0, 24)
  return {
    /** Opens one visit; a new generation revokes the links of the old. */
    visitToken: (visitId: Uuid, generation: number) => `${visitId}.${generation}.${mac(`visit ${visitId} ${generation}`)}`,
    /** Reads a visit's token: whose it is, or null where it was not made here. */
    readVisitToken(token: string): { visitId: Uuid; generation: number } | null {
      const [visitId, generation, proof] = token.split('.')
      if (!visitId || !generation || !proof || !/^\d{1,6}$/.test(generation)) return null
      return same(proof, mac(`visit ${visitId} ${Number(generation)}`)) ? { visitId, generation: Number(generation) } : null
    },
    /** Follows one ticket. */
    ticketToken: (ticketId: Uuid) => mac(`ticket ${ticketId}`),
    /** The one-time code that enrols a device: eight signs that nobody keeps. */
    enrolCode: (deviceId: Uuid) => referenceOf(createHmac('sha256', key).update(`enrol ${deviceId}`).digest()),
    /** What stands for a text that nobody may guess back from it: without the key there is nothing to try guesses on. */
    sealed: (text: string) => mac(`sealed ${text}`),
    ticketTokenHolds: (ticketId: Uuid, token: string) => same(token, mac(`ticket ${ticketId}`)),
  }
}
export type Secrets = ReturnType<typeof makeSecrets>

/** SHA-256 of a token, as it is kept. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** A token of 256 random bits. */
export const makeToken = (): string => randomBytes(32).toString('base64url')

function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}
