import { render } from 'solid-js/web'
import { directionOf, languages } from '../../contract/language.ts'
import '../ui.css'
import { Gallery } from './Gallery.tsx'

const asked = new URL(location.href).searchParams
const language = languages.find((each) => each === asked.get('language')) ?? 'nl'

document.documentElement.lang = language
document.documentElement.dir = directionOf(language)
document.documentElement.style.fontSize = asked.get('root') ?? '100%'
if (asked.has('night')) document.body.className = 'night'
document.body.replaceChildren()
render(() => <Gallery language={language} />, document.body)
