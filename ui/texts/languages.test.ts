import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type Language, languages } from '../../contract/language.ts'
import { faultsBetween, hardWordFaults, leavesOf, sentenceFaults } from './lint.ts'

const house = new URL('../..', import.meta.url).pathname
const closed = new Set(['node_modules', 'dist'])

/** Every folder named `texts`, wherever it stands in the house. */
function textsFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !closed.has(entry.name) && !entry.name.startsWith('.'))
    .flatMap(({ name }) => (name === 'texts' ? [join(folder, name)] : textsFolders(join(folder, name))))
}

/** The files of one language: `texts/nl.ts`, or those in `texts/nl/`; each as what stands after the language. */
function filesOf(folder: string, language: Language): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter(
    (name) => (name === `${language}.ts` || name.startsWith(`${language}/`)) && name.endsWith('.ts') && !name.includes('.test.'),
  )
}

async function textsOf(folder: string, language: Language): Promise<Record<string, unknown>> {
  const files = filesOf(folder, language)
  const loaded = await Promise.all(
    files.map(async (file) => {
      const exported: Record<string, unknown> = { ...(await import(/* @vite-ignore */ pathToFileURL(join(folder, file)).href)) }
      const place = file.slice(language.length).replace(/\.ts$/, '')
      return Object.entries(exported).map(
        ([name, value]) => [`${place}:${name.replace(new RegExp(`(^|[a-z])${language}$`, 'i'), '$1')}`, value] as const,
      )
    }),
  )
  return Object.fromEntries(loaded.flat())
}

const folders = textsFolders(house).map((folder) => ({ name: relative(house, folder), folder }))

test('the shared words are among the texts that are looked at', () => {
  expect(folders.map(({ name }) => name)).toContain('ui/texts')
})

test('what two rooms count in the same words stands in one place', async () => {
  const placesOf = new Map<string, string[]>()
  for (const { name, folder } of folders)
    for (const [key, said] of leavesOf(await textsOf(folder, 'nl')))
      if (/\b10\d \p{L}+ \p{L}+/u.test(said)) placesOf.set(said, [...(placesOf.get(said) ?? []), `${name} ${key}`])
  expect([...placesOf].filter(([, places]) => places.length > 1)).toEqual([])
})

describe.each(folders)('$name', ({ folder }) => {
  test.each(languages.slice(1))('says in %s all that it says in Dutch, in its own words, with the same values', async (language) => {
    const all = Object.fromEntries(await Promise.all(languages.map(async (each) => [each, await textsOf(folder, each)] as const)))
    expect(leavesOf(all.nl).size).toBeGreaterThan(0)
    expect(faultsBetween(language, all.nl, all[language], all)).toEqual([])
  })

  test.each(languages)('is B1 in %s: sentences of 12 words at most in the mean, and never more than 20', async (language) => {
    expect(sentenceFaults(leavesOf(await textsOf(folder, language)))).toEqual([])
  })

  test('has no Dutch word of the office where a plain one will do', async () => {
    expect(hardWordFaults(leavesOf(await textsOf(folder, 'nl')))).toEqual([])
  })
})
