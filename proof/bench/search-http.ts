import { Agent, get } from 'node:http'
import { clear, startApi, type World } from './world.ts'

const perSecond = 200
const seconds = 8
const warmSeconds = 2
const bookedOutDays = 45
const towns = ['Braga', 'Coimbra', 'Evora', 'Viseu', 'Faro', 'Leiria', 'Lisboa', 'Setubal']

const quantile = (times: number[], q: number): number =>
  times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))] ?? Number.NaN

/** Half near a position, a quarter near a town by its name with a letter wrong, a quarter everywhere. */
function addressOf(i: number): string {
  const wanted = '/api/slots/earliest?services=passport&people=1&limit=10'
  const town = towns[i % towns.length] as string
  if (i % 4 === 1) return `${wanted}&perPoint=1&place=${i % 8 === 1 ? town : `${town.slice(0, 3)}x${town.slice(4)}`}`
  if (i % 4 === 3) return wanted
  return `${wanted}&latitude=${(37 + ((i * 37) % 500) / 100).toFixed(2)}&longitude=-${(7 + ((i * 53) % 200) / 100).toFixed(2)}&km=100`
}

/** Points that lie all over the country, with nothing free for some weeks. */
async function bookOut({ sql }: World): Promise<void> {
  await sql`select setseed(0.5)`
  await sql`update points set latitude = 37 + 5.1 * random(), longitude = -9.4 + 2.9 * random(), revision = revision + 1`
  await sql`update shift_days set busy = open where day < (select min(day) + ${bookedOutDays}::int from shift_days)`
}

/** Searches through HTTP at an even pace, whatever the answers do: from when each was due until its last byte. */
export async function searchingByHttp(world: World): Promise<string> {
  await clear(world)
  await bookOut(world)
  const api = await startApi(world)
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const times: number[] = []
  let faults = 0
  const search = (i: number, due: number) =>
    new Promise<void>((resolve, reject) => {
      get({ port: api.port, host: '127.0.0.1', path: addressOf(i), agent }, (response) => {
        let text = ''
        response.on('data', (chunk) => (text += chunk))
        response.on('end', () => {
          if (response.statusCode !== 200 || !text.includes('"startsAt"')) faults += 1
          if (i >= perSecond * warmSeconds) times.push(performance.now() - due)
          resolve()
        })
      }).on('error', reject)
    })
  try {
    const under: Promise<void>[] = []
    const began = performance.now()
    for (let i = 0; i < perSecond * seconds; i++) {
      const due = began + (i * 1000) / perSecond
      const early = due - performance.now()
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
      under.push(search(i, due))
    }
    await Promise.all(under)
  } finally {
    agent.destroy()
    await api.stop()
    await clear(world)
  }
  return `| earliest times through HTTP, 800 points booked out for ${bookedOutDays} days, ${perSecond} searches a second | p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms, ${faults} without an answer | | | p99 < 50 ms |`
}
