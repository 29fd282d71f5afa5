import { expect, test } from 'vitest'
import type { Language } from '../contract/language.ts'
import type { Voice } from '../ui/sound/voices.ts'
import { createVoices } from './sound.ts'

const languages: Language[] = ['nl', 'fr', 'pt']
const voiceOf = (language: Language): Voice => ({ language, clips: {}, recording: {} as AudioBuffer })

function hall(fails: Language[] = []) {
  const asked: Language[] = []
  let present: readonly Voice[] = []
  const voices = createVoices({
    languages,
    load: async (language) => {
      asked.push(language)
      if (fails.includes(language)) throw new Error('no network')
      return [voiceOf(language)]
    },
    onVoices: (next) => {
      present = next
    },
  })
  return { voices, asked, fails, spoken: () => present.map(({ language }) => language) }
}

test('only the first voice is fetched, and another when a visitor of its language is called', async () => {
  const { voices, asked, spoken } = hall()
  await voices.need(voices.first)
  expect(spoken()).toEqual(['nl'])
  await voices.need('nl')
  await voices.need('pt')
  expect(asked).toEqual(['nl', 'pt'])
  expect(spoken()).toEqual(['nl', 'pt'])
})

test('the voices keep the order of the hall, whichever came first', async () => {
  const { voices, spoken } = hall()
  await Promise.all([voices.need('pt'), voices.need('fr'), voices.need('nl'), voices.need('pt')])
  expect(spoken()).toEqual(['nl', 'fr', 'pt'])
})

test('a language without a voice, or not of this hall, is not asked for', async () => {
  const { voices, asked } = hall()
  expect(await voices.need('ar')).toBe(true)
  expect(await voices.need('de')).toBe(true)
  expect(await voices.need(undefined)).toBe(true)
  expect(asked).toEqual([])
})

test('a voice that could not be had is asked for again', async () => {
  const { voices, asked, fails, spoken } = hall(['fr'])
  expect(await voices.need('fr')).toBe(false)
  fails.length = 0
  expect(await voices.need('fr')).toBe(true)
  expect(asked).toEqual(['fr', 'fr'])
  expect(spoken()).toEqual(['fr'])
})
