import { type Language, languages } from '../contract/language.ts'
import { Problem, type ProblemBody, statusOf } from '../contract/problems.ts'
import { fieldSentence, problemSentence, problemTitle } from '../contract/texts/problems.ts'
import { databaseError } from '../db/connect.ts'
import { iso } from '../domain/time.ts'
import { NoSuchPoint } from './keeper/places.ts'
import { Unavailable } from './keeper/redo.ts'
import type { Log } from './log.ts'
import { answerHeaders } from './response-headers.ts'

/** Which problem a constraint stands for: the database speaks our words. What is not in here is a fault. */
const constraints: Record<string, Problem['code']> = {
  tickets_label_unique: 'number-used',
  tickets_one_at_a_counter: 'counter-busy',
  appointments_one_at_a_start: 'slot-taken',
  staff_subject_unique: 'limit-reached',
  diversions_key: 'idempotency-key-reused',
  staff_pkey: 'idempotency-key-reused',
}

/** The language of an asker: what they chose, else what their browser says, else Dutch. */
export function languageOf(chosen: string | undefined, accepted: string | undefined): Language {
  if (!chosen && !accepted) return 'nl'
  const wanted = [chosen, ...(accepted ?? '').split(',').map((part) => part.split(';')[0]!.trim().slice(0, 2).toLowerCase())]
  return (wanted.find((l) => languages.includes(l as Language)) as Language | undefined) ?? 'nl'
}

/** Any error as the problem it stands for. A fault is logged once and shown as `unexpected`. */
export function problemFrom(error: unknown, log: Log, facts: Record<string, unknown>): Problem {
  if (error instanceof Problem) return error
  if (error instanceof NoSuchPoint) return new Problem('not-found')
  const code = databaseError(error)
  const known = code?.constraint ? constraints[code.constraint] : undefined
  if (known) return new Problem(known)
  log.fault(error, facts)
  return new Problem(error instanceof Unavailable || isOutage(code?.code) ? 'unavailable' : 'unexpected')
}

/** The answer to an asker: RFC 9457, in their language. */
export function problemAnswer(problem: Problem, language: Language, requestId: string): Response {
  const status = statusOf(problem.code)
  const body: ProblemBody = {
    type: `urn:beurt:problem:${problem.code}`,
    title: problemTitle(language, problem.code),
    status,
    detail: problemSentence(language, problem.code, problem.details),
    code: problem.code,
    requestId,
  }
  if (problem.fields.length) body.fields = problem.fields.map((f) => ({ ...f, sentence: fieldSentence(language, f.code) }))
  if (Object.keys(problem.details).length) body.details = onTheWire(problem.details)
  const headers: Record<string, string> = {
    ...answerHeaders(requestId),
    'content-type': 'application/problem+json',
    'content-language': language,
  }
  if (problem.code === 'unavailable' || problem.code === 'too-many-requests') headers['retry-after'] = '2'
  if (typeof problem.details.allow === 'string') headers.allow = problem.details.allow
  return new Response(JSON.stringify(body), { status, headers })
}

/** Instants go out as ISO strings, in problems too. */
const onTheWire = (details: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(details).map(([k, value]) => [k, /(At|^until)$/.test(k) && typeof value === 'number' ? iso(value) : value]),
  )

const isOutage = (code: string | undefined): boolean => !!code && (/^(08|57|53)/.test(code) || /^(CONNECT|ECONN|CONNECTION)/.test(code))
