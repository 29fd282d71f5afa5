import type { Language } from '../../contract/language.ts'
import { Problem } from '../../contract/problems.ts'
import { fieldSentence, problemSentence } from '../../contract/texts/problems.ts'

/** What is wrong, at its field where the api names one that stands on the form. */
export function errorsOf(error: unknown, language: Language): { field?: string; message: string }[] {
  const { code, details, fields } = error instanceof Problem ? error : new Problem('unexpected')
  const known = fields.flatMap(({ field, code: fault }) => {
    const name = nameOf(field)
    return name ? [{ field: name, message: fieldSentence(language, fault) }] : []
  })
  return known.length ? known : [{ message: problemSentence(language, code, details) }]
}

function nameOf(field: string): string | undefined {
  const [, at, part] = /^body\.roles\.(\d+)\.(role|scope)/.exec(field) ?? []
  if (at !== undefined) return `${part === 'role' ? 'role' : 'place'}-${at}`
  return /^body\.(subject|name|language)$/.exec(field)?.[1]
}
