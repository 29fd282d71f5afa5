import { renderToString } from 'solid-js/web'
import type { Language } from '../../contract/language.ts'
import { Gallery } from './Gallery.tsx'

/** The gallery as the server sends it, before any script runs. */
export const page = (language: Language): string => renderToString(() => <Gallery language={language} />)
