import { readdirSync, statSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPage, openBrowser, serveFiles } from '../gallery/serve-built.ts'

const here = new URL('.', import.meta.url).pathname
const spoken = ['nl', 'en', 'fr', 'de', 'pt'] as const
let server: Awaited<ReturnType<typeof serveFiles>>
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await serveFiles(await buildPage(`${here}trial`))
  browser = await openBrowser(['--autoplay-policy=no-user-gesture-required'])
  page = await browser.newPage()
  await page.goto(server.address)
  await page.waitForFunction(() => 'soundTrial' in globalThis)
}, 60_000)

afterAll(async () => {
  await browser?.close()
  server?.close()
})

test('the clips of a language stay under 400 kilobytes, and each language has its file and its table', () => {
  const files = readdirSync(`${here}clips`)
  expect(files.toSorted()).toEqual(spoken.flatMap((language) => [`${language}.ogg`, `${language}.ts`]).toSorted())
  for (const name of files) expect(statSync(`${here}clips/${name}`).size, name).toBeLessThan(400_000)
})

test.each(spoken)(
  'every %s clip decodes in the browser, is heard from beginning to end, and stands where the table says',
  async (language) => {
    const measured = await page.evaluate(async (language) => {
      const context = new OfflineAudioContext(1, 48_000, 48_000)
      const [voice] = await globalThis.soundTrial.loadVoices(context, [language])
      if (!voice) throw new Error('no voice')
      const sound = voice.recording.getChannelData(0)
      const rms = (from: number, until: number) => {
        const part = sound.subarray(Math.round(from * 48_000), Math.round(until * 48_000))
        return Math.sqrt(part.reduce((sum, each) => sum + each * each, 0) / part.length)
      }
      const clips = Object.entries(voice.clips).map(([clip, [at, seconds]]) => ({
        clip,
        whole: rms(at, at + seconds),
        begins: rms(at, at + 0.1),
        ends: rms(at + seconds - 0.1, at + seconds),
        after: rms(at + seconds + 0.03, at + seconds + 0.1),
      }))
      const last = Object.values(voice.clips).at(-1)!
      return { clips, seconds: voice.recording.duration, shouldLast: last[0] + last[1] }
    }, language)
    expect(measured.clips).toHaveLength(1 + 23 + 10 + 99)
    expect(measured.seconds).toBeGreaterThanOrEqual(measured.shouldLast)
    expect(measured.seconds).toBeLessThan(measured.shouldLast + 0.2)
    for (const { clip, whole, begins, ends, after } of measured.clips) {
      expect(whole, `${clip} is heard`).toBeGreaterThan(0.05)
      expect(begins, `${clip} begins at its place`).toBeGreaterThan(0.002)
      expect(ends, `${clip} lasts as long as the table says`).toBeGreaterThan(0.001)
      expect(after, `silence after ${clip}`).toBeLessThan(0.005)
    }
  },
)

test('two calls at once are chimed and spoken one after the other, each once', async () => {
  const result = await page.evaluate(async () => {
    const context = new AudioContext()
    await context.resume()
    const announcer = globalThis.soundTrial.makeAnnouncer({
      context,
      voices: await globalThis.soundTrial.loadVoices(context, ['nl', 'en', 'ar']),
    })
    const said = [
      announcer.announce({ key: 'one:1', label: 'A\u2009042', counterNumber: 3 }),
      announcer.announce({ key: 'two:1', label: 'N2\u2009014', counterNumber: 17 }),
      announcer.announce({ key: 'one:1', label: 'A\u2009042', counterNumber: 3 }),
    ]
    return { said, samples: announcer.samples() }
  })
  expect(result.said.map(({ silent }) => silent)).toEqual([false, false, true])
  expect(result.said[2]?.why).toBe('known')
  expect(result.samples.filter(({ voice }) => voice === 'chime')).toHaveLength(2)
  expect(result.samples.filter(({ key, voice }) => key === 'one:1' && voice === 'nl').map(({ clip }) => clip)).toEqual([
    'number',
    'A',
    '0',
    '4',
    '2',
    'counter-3',
  ])
  for (const [index, sample] of result.samples.entries()) {
    if (index > 0) expect(sample.startsAt).toBeGreaterThanOrEqual(result.samples[index - 1]!.endsAt)
  }
})

test('what is announced really reaches the loudspeaker, and nothing does after muting', async () => {
  const heard = await page.evaluate(async () => {
    const context = new AudioContext()
    await context.resume()
    const analyser = new AnalyserNode(context, { fftSize: 2048 })
    const connect = AudioNode.prototype.connect
    // The announcer's way out is listened to where it meets the destination.
    AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode) {
      if (to === context.destination) connect.call(this, analyser as unknown as AudioParam)
      return connect.call(this, to as unknown as AudioParam)
    } as unknown as typeof connect
    const announcer = globalThis.soundTrial.makeAnnouncer({ context, voices: await globalThis.soundTrial.loadVoices(context, ['nl']) })
    AudioNode.prototype.connect = connect
    const loudest = async (seconds: number) => {
      const wave = new Float32Array(2048)
      const until = context.currentTime + seconds
      let peak = 0
      while (context.currentTime < until) {
        analyser.getFloatTimeDomainData(wave)
        peak = Math.max(peak, ...wave.map(Math.abs))
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      return peak
    }
    announcer.announce({ key: 'a', label: 'A042', counterNumber: 3 })
    const chimed = await loudest(1)
    await loudest(0.4)
    const spoken = await loudest(0.8)
    announcer.setMuted(true)
    await loudest(0.2)
    const muted = await loudest(0.5)
    const refused = announcer.announce({ key: 'b', label: 'A043', counterNumber: 3 })
    return { chimed, spoken, muted, refused, left: announcer.samples().filter(({ endsAt }) => endsAt > context.currentTime).length }
  })
  expect(heard.chimed).toBeGreaterThan(0.1)
  expect(heard.spoken).toBeGreaterThan(0.1)
  expect(heard.muted).toBe(0)
  expect(heard.left).toBe(0)
  expect(heard.refused).toEqual({ silent: true, why: 'muted' })
}, 20_000)

test('a browser that blocks sound is told of as silent, and what it missed is not said later', async () => {
  const result = await page.evaluate(async () => {
    const context = new AudioContext()
    await context.suspend()
    // This browser never blocks sound by itself; a blocking one leaves the promise of resume open like this.
    const resume = context.resume.bind(context)
    context.resume = () => new Promise(() => {})
    const announcer = globalThis.soundTrial.makeAnnouncer({ context, voices: [] })
    const call = { key: 'a', label: 'A042' }
    const unlocked = await announcer.unlock()
    const announced = announcer.announce(call)
    context.resume = resume
    let after = false
    for (let tries = 0; tries < 15 && !after; tries++) after = await announcer.unlock()
    return { unlocked, announced, after, again: announcer.announce(call), laid: announcer.samples().length }
  })
  expect(result).toEqual({
    unlocked: false,
    announced: { silent: true, why: 'blocked' },
    after: true,
    again: { silent: true, why: 'known' },
    laid: 0,
  })
})
