import { createMemo } from 'solid-js'
import { textIn, thingsIn } from '../contract/texts/in-language.ts'
import { useFormat, useLanguage } from '../ui/texts.tsx'
import { useDesk } from './desk.ts'

/** Names of services and languages, in the language of whoever works here. */
export function useNames() {
  const desk = useDesk()
  const language = useLanguage()
  const format = useFormat()
  const languages = createMemo(() => new Intl.DisplayNames([language()], { type: 'language' }))
  const byId = createMemo(() => new Map(desk.list()?.services.map((service) => [service.id, service])))
  const service = (id: string) => textIn(byId().get(id)?.names ?? {}, language()) ?? id
  return {
    service,
    services: (ids: readonly string[]) => format().list(ids.map(service)),
    language: (code: string) => languages().of(code) ?? code,
    /** What somebody should have brought for these services, each thing once. */
    bring: (ids: readonly string[]) => {
      const things = ids.flatMap((id) => thingsIn(byId().get(id)?.bring ?? {}, language()))
      return format().list([...new Set(things)])
    },
  }
}
