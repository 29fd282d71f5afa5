import type { JSX } from 'solid-js'
import { renderToString } from 'solid-js/web'
import { TextsProvider } from '../ui/texts.tsx'
import type { Asked } from './asked.ts'
import { Frame } from './parts/Frame.tsx'

type PageGiven = {
  title: string
  body: () => JSX.Element
  /** The zone of the place whose times are shown. */
  zone?: string
  status?: number
  /** What was typed has to be mended: the title says so. */
  wrong?: boolean
  phone?: string
  /** The address of the live read that this page follows; it then has a script, and comes again by itself where there is none. */
  live?: string
  /** It asks where somebody is, if they press for it; it works without. */
  script?: boolean
  /** With a map beside the list where there is room. */
  wide?: boolean
}

/** A whole page as the browser gets it. It needs no script. */
export function page(asked: Asked, given: PageGiven): Response {
  const html = renderToString(() => (
    <TextsProvider language={asked.language} zone={given.zone ?? 'UTC'}>
      <Frame
        asked={asked}
        title={given.title}
        wrong={given.wrong ?? false}
        phone={given.phone ?? ''}
        live={given.live}
        script={given.script ?? false}
        wide={given.wide ?? false}
      >
        {given.body()}
      </Frame>
    </TextsProvider>
  ))
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'content-language': asked.language,
    vary: 'accept-language, cookie',
  })
  if (asked.cookie) headers.set('set-cookie', asked.cookie)
  return new Response(`<!doctype html>${html}`, { status: given.status ?? 200, headers })
}

/** Sends the browser on with a GET, so that a reload does nothing twice. */
export const goTo = (address: string): Response => new Response(null, { status: 303, headers: { location: address } })
