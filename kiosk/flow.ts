import type { Language } from '../contract/language.ts'

/** Where a visitor is. */
export type Page =
  | { at: 'start'; from: number }
  | { at: 'people'; serviceId: string }
  | { at: 'offer'; serviceId: string; people: number }
  | { at: 'code' }
  | { at: 'busy' }
  | { at: 'ticket'; id: string }
  | { at: 'sorry'; why: 'refused' | 'no-appointment' | 'broken' | 'offer-gone'; title: string | null; say: string | null }

/** One visitor at the kiosk. `key` is minted once for them: the id of their ticket, however often they tap. */
export type Flow = {
  page: Page
  before: readonly Page[]
  key: string
  language: Language
  /** How much larger everything is: a step of `sizes`. */
  size: number
  /** Buttons within reach from a wheelchair. */
  low: boolean
  code: string
  /** A code that cannot be one was entered. */
  wrongCode: boolean
}

export type Act =
  | { do: 'speak'; language: Language }
  | { do: 'go'; page: Page }
  | { do: 'back' }
  | { do: 'larger' }
  | { do: 'lower' }
  | { do: 'type'; sign: string }
  | { do: 'erase' }
  | { do: 'wrong-code' }
  /** The same visitor from the start. */
  | { do: 'again'; key: string }
  /** The next visitor. */
  | { do: 'over'; key: string; language: Language }

export const sizes = [1, 1.4, 2] as const
export const codeLength = 8

export const firstFlow = (key: string, language: Language): Flow => ({
  page: { at: 'start', from: 0 },
  before: [],
  key,
  language,
  size: 0,
  low: false,
  code: '',
  wrongCode: false,
})

/** The flow after what somebody did. While the kiosk is busy nothing but its end changes the page. */
export function flowAfter(flow: Flow, act: Act): Flow {
  switch (act.do) {
    case 'speak':
      return { ...flow, language: act.language }
    case 'go':
      return { ...flow, page: act.page, before: leads(flow.page) ? [...flow.before, flow.page] : flow.before, wrongCode: false }
    case 'back': {
      const page = flow.page.at === 'busy' ? undefined : flow.before.at(-1)
      return page ? { ...flow, page, before: flow.before.slice(0, -1), code: '', wrongCode: false } : flow
    }
    case 'larger':
      return { ...flow, size: (flow.size + 1) % sizes.length }
    case 'lower':
      return { ...flow, low: !flow.low }
    case 'type':
      return flow.code.length < codeLength ? { ...flow, code: flow.code + act.sign, wrongCode: false } : flow
    case 'erase':
      return { ...flow, code: flow.code.slice(0, -1), wrongCode: false }
    case 'wrong-code':
      return { ...flow, wrongCode: true }
    case 'again':
      return { ...firstFlow(act.key, flow.language), size: flow.size, low: flow.low }
    case 'over':
      return firstFlow(act.key, act.language)
  }
}

/** Pages that one may come back to. */
const leads = (page: Page) => page.at !== 'busy' && page.at !== 'ticket' && page.at !== 'sorry'

/** True where one step back leads somewhere. */
export const hasBack = (flow: Flow): boolean => flow.before.length > 0 && leads(flow.page)

/** True for a kiosk that nobody has touched since the last visitor. */
export const isFresh = (flow: Flow, language: Language): boolean =>
  flow.page.at === 'start' && flow.page.from === 0 && flow.size === 0 && !flow.low && flow.language === language

/** How many services fit on one page of the start; fewer where it stands low, or has a notice above it. */
export const perPage = (size: number, isShort: boolean): number => (size === 0 ? (isShort ? 4 : 6) : size === 1 ? 4 : 2)
