/**
 * Who goes before whom, as numbers. A ticket counts as come at `rankAt`; an appointment on time counts as come `appointmentHeadStartMinutes`
 * before its own time; a priority class counts as come so many minutes earlier. The earliest goes first. Since every head start is finite,
 * whoever waits is overtaken only by those who came within it: nobody starves, and two tickets never change places while they wait,
 * except once: when the window of an early appointment opens.
 */
export type Policy = {
  /** An appointment may arrive so long before its time. */
  earlyMinutes: number
  /** Before its window opens an appointment goes after everybody else. */
  windowMinutes: number
  /** Arriving later than this makes it a walk-in that counts from its arrival. */
  lateMinutes: number
  appointmentHeadStartMinutes: number
  /** Head start of priority 0, 1 and 2. */
  priorityHeadStartMinutes: readonly [0, number, number]
  /** Beyond this wait the reason shown is the wait itself, and load is looked for elsewhere. */
  waitLimitMinutes: number
  /** A missed ticket comes back with its old rank plus this penalty. */
  missedPenaltyMinutes: number
  callsMax: number
  undoSeconds: number
}

export const defaultPolicy: Policy = {
  earlyMinutes: 60,
  windowMinutes: 10,
  lateMinutes: 15,
  appointmentHeadStartMinutes: 20,
  priorityHeadStartMinutes: [0, 15, 45],
  waitLimitMinutes: 20,
  missedPenaltyMinutes: 5,
  callsMax: 3,
  undoSeconds: 30,
}
