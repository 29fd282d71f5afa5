import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import * as imports from './tidy/imports.ts'
import * as prose from './tidy/prose.ts'
import * as purity from './tidy/purity.ts'
import * as sizes from './tidy/sizes.ts'
import { type Finding, readTree, type Source, say } from './tidy/source.ts'
import * as words from './tidy/words.ts'

type Rule = { sentence: string; check: (sources: Source[]) => Finding[]; planted: Source[][]; welcome?: Source[][] }

const rules: Rule[] = [
  { sentence: 'an import points down, from floor to floor', check: imports.arrows, planted: imports.planted.arrows },
  { sentence: 'a relative import carries its ending', check: imports.endings, planted: imports.planted.endings },
  { sentence: 'no file leads back to itself', check: imports.rings, planted: imports.planted.rings },
  { sentence: 'no file only passes on what others hold', check: imports.barrels, planted: imports.planted.barrels },
  { sentence: 'files are short', check: sizes.files, planted: sizes.planted.files, welcome: sizes.welcome.files },
  { sentence: 'functions are short', check: sizes.functions, planted: sizes.planted.functions, welcome: sizes.welcome.functions },
  {
    sentence: 'no file has a name that says nothing',
    check: words.fileNames,
    planted: words.planted.fileNames,
    welcome: words.welcome.fileNames,
  },
  { sentence: 'files are named in one way', check: words.fileCase, planted: words.planted.fileCase, welcome: words.welcome.fileCase },
  { sentence: 'names use the words of the house', check: words.words, planted: words.planted.words, welcome: words.welcome.words },
  {
    sentence: 'only domain/time.ts knows Temporal',
    check: purity.temporal,
    planted: purity.planted.temporal,
    welcome: purity.welcome.temporal,
  },
  {
    sentence: 'only config.ts reads the environment',
    check: purity.environment,
    planted: purity.planted.environment,
    welcome: purity.welcome.environment,
  },
  { sentence: 'only main.ts uses Bun itself', check: purity.bun, planted: purity.planted.bun, welcome: purity.welcome.bun },
  { sentence: 'the domain is pure', check: purity.pure, planted: purity.planted.pure, welcome: purity.welcome.pure },
  { sentence: 'any has a reason', check: purity.reasons, planted: purity.planted.reasons, welcome: purity.welcome.reasons },
  {
    sentence: 'what others use says what it answers',
    check: prose.docstrings,
    planted: prose.planted.docstrings,
    welcome: prose.welcome.docstrings,
  },
  { sentence: 'comments are seldom', check: prose.commentShare, planted: prose.planted.commentShare, welcome: prose.welcome.commentShare },
  {
    sentence: 'a path that the docs name exists',
    check: prose.namedPaths,
    planted: prose.planted.namedPaths,
    welcome: prose.welcome.namedPaths,
  },
  { sentence: 'migrations are named', check: prose.migrations, planted: prose.planted.migrations, welcome: prose.welcome.migrations },
  { sentence: 'no file names a package registry', check: prose.registries, planted: prose.planted.registries },
]

const tree = readTree(fileURLToPath(new URL('..', import.meta.url)))

describe('the house is tidy', () => {
  for (const { sentence, check } of rules) {
    test(sentence, () => {
      expect(check(tree).map(say), sentence).toEqual([])
    })
  }
})

describe('each rule can be broken', () => {
  for (const { sentence, check, planted, welcome = [] } of rules) {
    test(`"${sentence}" finds what is planted and leaves the rest alone`, () => {
      const told = (sources: Source[]) => sources.map(({ path, text }) => `${path}: ${text.slice(0, 200)}`).join('\n')
      for (const sources of planted) expect(check(sources), told(sources)).not.toEqual([])
      for (const sources of welcome) expect(check(sources).map(say), told(sources)).toEqual([])
    })
  }
})
