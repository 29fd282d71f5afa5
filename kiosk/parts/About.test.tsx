import { render } from 'solid-js/web'
import { afterEach, expect, test } from 'vitest'
import type { Language } from '../../contract/language.ts'
import { TextsProvider } from '../../ui/texts.tsx'
import type { Menu } from '../desk.ts'
import { About } from './About.tsx'

type Service = Menu['services'][number]

let dispose = () => {}
afterEach(() => dispose())

const card: Service = {
  ...{ id: 'cartao-jovem', icon: 'star', names: { pt: 'Cartão Jovem' }, bring: { pt: ['uma fotografia'] } },
  ...{ walkIn: true, wait: null, ahead: 0 },
  about: {
    languages: ['pt'],
    explanations: { pt: 'Pagas menos em lojas.' },
    links: { pt: 'https://exemplo.example/pt/cartao-jovem' },
    ...{ price: { cents: 1000, currency: 'EUR' }, ageFrom: 12, ageUntil: 30 },
  },
}

function shown(language: Language, service: Service): HTMLElement {
  const root = document.createElement('div')
  dispose = render(
    () => (
      <TextsProvider language={language} zone="Europe/Lisbon">
        <About service={service} />
      </TextsProvider>
    ),
    root,
  )
  return root
}
const text = (part: Element | null | undefined) => part?.textContent?.replaceAll(/\s/g, ' ')

test('who has chosen reads what it is, what to have ready, what it costs and for whom it is', () => {
  const about = shown('pt', card)
  expect([...about.querySelectorAll('h2, p, li')].map(text)).toEqual([
    'Cartão Jovem',
    'Pagas menos em lojas.',
    'Tenha isto à mão:',
    'uma fotografia',
    '10 € · dos 12 aos 29 anos',
  ])
  expect(about.querySelector('[lang]')).toBeNull()
  expect(about.querySelector('svg')?.getAttribute('aria-label')).toBe('Também pode fazer isto na internet')
})

test('what is in Portuguese only is spoken as Portuguese, and said to be so', () => {
  const about = shown('ar', card)
  expect([...about.querySelectorAll('[lang="pt"]')].map(text)).toEqual(['Cartão Jovem', 'Pagas menos em lojas.', 'uma fotografia'])
  expect(text(about.querySelector('.soft'))).toContain('متوفر فقط باللغة: البرتغالية')
  // The list as a whole is written its own way: its dots stand within the box, on the side from which it is read.
  expect([...about.querySelectorAll<HTMLElement>('ul, li')].map(({ dir }) => dir)).toEqual(['auto', ''])
})

test('an api that does not know about services yet leaves the name and what to bring', () => {
  const { about: _, ...old } = card
  expect([...shown('nl', old).querySelectorAll('h2, p, li')].map(text)).toEqual(['Cartão Jovem', 'Leg dit klaar:', 'uma fotografia'])
})
