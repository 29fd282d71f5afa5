import { directionOf, languages } from '../../contract/language.ts'
import { useLanguage } from '../../ui/texts.tsx'

/** The name of a service; one that has no name in this language is shown in the language it has. */
export function Named(props: { names: Record<string, string>; id: string }) {
  const language = useLanguage()
  const spoken = () => (props.names[language()] ? language() : (languages.find((each) => props.names[each]) ?? Object.keys(props.names)[0]))
  const direction = () => languages.filter((each) => each === spoken()).map(directionOf)[0]
  return (
    <span lang={spoken()} dir={direction()}>
      {props.names[spoken() ?? ''] ?? props.id}
    </span>
  )
}
