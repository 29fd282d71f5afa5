import { parseArgs } from 'node:util'
import { simulate } from './run.ts'

// `npm run simulate -- --seed=7 --steps=20000`: one day from one seed; the same seed is the same day, to the byte.
const { values } = parseArgs({ options: { seed: { type: 'string' }, steps: { type: 'string' }, seeds: { type: 'string' } } })
const first = Number(values.seed ?? 1)
const steps = Number(values.steps ?? 20_000)
const count = Number(values.seeds ?? 1)
for (let seed = first; seed < first + count; seed++) {
  const began = performance.now()
  const run = await simulate({ seed, steps })
  const perSecond = Math.round(run.steps / ((performance.now() - began) / 1000))
  const counts = `${run.tickets} tickets, ${run.emergencies} emergency, ${run.cuts} cuts, ${run.powerCuts} power cuts`
  console.log(`seed ${seed}  ${run.steps} steps  ${run.virtualHours.toFixed(1)} h  ${counts}  ${perSecond} steps/s  ${run.hash}`)
  if (run.broken.length > 0) {
    console.error(`${run.tail.join('\n')}\n\nseed ${seed} broke a promise:\n${run.broken.join('\n')}`)
    process.exit(1)
  }
}
