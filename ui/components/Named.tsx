import { directionOf, type Language, languages } from '../../contract/language.ts'
import { useLanguage } from '../texts.tsx'

type PerLanguage<T> = Readonly<Record<string, T>>

/** What there is in the language of the visitor, else in Dutch, else in any; and which language that is. */
export function inLanguage<T>(all: PerLanguage<T>, wanted: Language): { is: T; language: string } | null {
  const language = [wanted, 'nl', ...Object.keys(all)].find((name) => all[name] !== undefined)
  return language === undefined ? null : { is: all[language]!, language }
}

const isOurs = (name: string): name is Language => languages.includes(name as Language)

/** A name that is shown as what it is where it has not been translated, and is then spoken so too. */
export function Named(props: { names: PerLanguage<string>; else?: string }) {
  const present = useLanguage()
  const found = () => inLanguage(props.names, present())
  const foreign = () => (found() && found()?.language !== present() ? found()?.language : undefined)
  const direction = () => {
    const name = foreign()
    return name === undefined ? undefined : isOurs(name) ? directionOf(name) : 'auto'
  }
  return (
    <span lang={foreign()} dir={direction()}>
      {found()?.is ?? props.else ?? ''}
    </span>
  )
}
