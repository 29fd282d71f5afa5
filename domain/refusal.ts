/** Every way the rules say no. Each has a problem and a sentence in the contract. */
export const refusals = [
  'service-not-here',
  'too-many-people',
  'point-closed',
  'day-closed',
  'slot-taken',
  'slot-not-offered',
  'in-the-past',
  'hold-expired',
  'appointment-unknown',
  'wrong-appointment-state',
  'wrong-point',
  'wrong-day',
  'too-early',
  'too-late',
  'already-arrived',
  'ticket-unknown',
  'wrong-ticket-state',
  'nobody-waiting',
  'counter-unknown',
  'counter-closed',
  'counter-busy',
  'counter-taken',
  'not-at-this-counter',
  'nothing-to-undo',
  'called-too-often',
  'number-used',
  'no-transfer-target',
  'limit-reached',
  'last-admin',
  'plan-invalid',
  'plan-changed',
] as const
export type RefusalCode = (typeof refusals)[number]

/** The rules say no: a value, never thrown. `details` are ids, instants and numbers that make the sentence useful. */
export type Refusal = { refused: RefusalCode; details: Record<string, string | number | readonly string[]> }

/** Makes a refusal. */
export const refuse = (refused: RefusalCode, details: Refusal['details'] = {}): Refusal => ({ refused, details })

/** True where a decision said no. */
export const isRefusal = (decision: object): decision is Refusal => 'refused' in decision
