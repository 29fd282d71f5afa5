import { type RefusalCode, refusals } from '../domain/refusal.ts'

/** What an asker did wrong, or what stands in the way: beside every refusal of the rules. */
export const otherProblems = [
  'invalid-input',
  'not-json',
  'body-too-large',
  'body-too-slow',
  'not-found',
  'method-not-allowed',
  'sign-in-needed',
  'sign-in-failed',
  'not-allowed',
  'idempotency-key-required',
  'idempotency-key-reused',
  'too-many-requests',
  'link-not-valid',
  'code-not-valid',
  'unavailable',
  'unexpected',
] as const
export type ProblemCode = RefusalCode | (typeof otherProblems)[number]
export const problemCodes: readonly ProblemCode[] = [...refusals, ...otherProblems]

const statuses: Partial<Record<ProblemCode, number>> = {
  'invalid-input': 422,
  'not-json': 400,
  'body-too-large': 413,
  'body-too-slow': 408,
  'not-found': 404,
  'method-not-allowed': 405,
  'sign-in-needed': 401,
  'sign-in-failed': 401,
  'not-allowed': 403,
  'idempotency-key-required': 400,
  'idempotency-key-reused': 422,
  'too-many-requests': 429,
  'link-not-valid': 404,
  'code-not-valid': 404,
  'appointment-unknown': 404,
  'ticket-unknown': 404,
  'counter-unknown': 404,
  'service-not-here': 422,
  'too-many-people': 422,
  'in-the-past': 422,
  'plan-invalid': 422,
  unavailable: 503,
  unexpected: 500,
}

/** The HTTP status of a problem: 409 for a refusal of the rules that depends on the state of things. */
export const statusOf = (code: ProblemCode): number => statuses[code] ?? 409

/** A field that does not do, where it stands (`body.people`), and why in the asker's language. */
export type FieldProblem = { field: string; code: string; sentence: string }

/** RFC 9457 `application/problem+json`, with our stable `code`, and details of the refusal beside it. */
export type ProblemBody = {
  type: string
  title: string
  status: number
  detail: string
  code: ProblemCode
  requestId: string
  fields?: FieldProblem[]
  details?: Record<string, unknown>
}

/** What `ask` throws, and what a verb throws: a problem with its code. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly details: Record<string, unknown>
  readonly fields: FieldProblem[]
  readonly body: ProblemBody | null

  constructor(code: ProblemCode, details: Record<string, unknown> = {}, fields: FieldProblem[] = [], body: ProblemBody | null = null) {
    super(body?.detail ?? code)
    this.code = code
    this.details = details
    this.fields = fields
    this.body = body
  }
}
