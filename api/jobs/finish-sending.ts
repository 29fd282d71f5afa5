import { finishSending } from '../counters/finish-sending.ts'
import type { Job } from './job.ts'

/** Lets go of tickets that another point has received while the asker was cut off. */
export const finishSendings: Job = { name: 'finish-sendings', everyMs: 10_000, run: ({ house }) => finishSending(house) }
