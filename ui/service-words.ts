import { useFormat, useTexts } from './texts.tsx'

interface Price {
  cents: number
  currency: string
}

/** What is said of a service in the language of the screen: what it costs, for whom it is, and that it is there in another language only. */
export function useServiceWords() {
  const t = useTexts()
  const format = useFormat()
  return {
    /** Null where nobody told. */
    price: (price: Price | null) => price && (price.cents === 0 ? t().free : format().price(price.cents, price.currency)),
    /** `until` is the first age that is too old. Null where every age is welcome. */
    ages: (from: number | null, until: number | null) => {
      const last = until === null ? null : until - 1
      if (last === null) return from ? t().ageFrom(from) : null
      return from ? t().ageBetween(from, last) : t().ageUntil(last)
    },
    /** Null where it is there in the language of the screen. */
    onlyIn: (languages: readonly string[]) =>
      languages.length === 0 || languages.includes(format().language)
        ? null
        : t().onlyIn(format().list(languages.map(format().languageName))),
    online: () => t().online,
  }
}
