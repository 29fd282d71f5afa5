import { createSignal, type JSX } from 'solid-js'
import { render } from 'solid-js/web'
import { afterEach, expect, test, vi } from 'vitest'
import type { Language } from '../../contract/language.ts'
import { iconNames, icons } from '../icons.ts'
import { TextsProvider } from '../texts.tsx'
import { Button, ButtonLink } from './Button.tsx'
import { Card } from './Card.tsx'
import { Clock } from './Clock.tsx'
import { ConnectionState } from './ConnectionState.tsx'
import { CounterMark } from './CounterMark.tsx'
import { Dialog } from './Dialog.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { Field } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { LanguagePicker } from './LanguagePicker.tsx'
import { Loading } from './Loading.tsx'
import { NumberLabel } from './NumberLabel.tsx'
import { Tag } from './Tag.tsx'
import { UndoBar } from './UndoBar.tsx'
import { WaitRange } from './WaitRange.tsx'

let shown: (() => void)[] = []

function show(part: () => JSX.Element, language: Language = 'nl'): HTMLElement {
  const room = document.body.appendChild(document.createElement('div'))
  const [spoken] = createSignal(language)
  const dispose = render(
    () => (
      <TextsProvider language={spoken()} zone="Europe/Brussels">
        {part()}
      </TextsProvider>
    ),
    room,
  )
  shown.push(dispose)
  return room
}

function one(room: HTMLElement, selector: string): HTMLElement {
  const found = room.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`no ${selector} in ${room.innerHTML}`)
  return found
}

afterEach(() => {
  for (const dispose of shown) dispose()
  shown = []
  document.body.replaceChildren()
  vi.useRealTimers()
})

test('a button submits nothing unless told to, and shows the key that does the same', () => {
  const click = vi.fn()
  const button = one(
    show(() => (
      <Button kind="quiet" hint="F8" icon="check" onClick={click}>
        Klaar
      </Button>
    )),
    'button',
  )
  expect(button.getAttribute('type')).toBe('button')
  expect(button.getAttribute('aria-keyshortcuts')).toBe('F8')
  expect(one(button, 'kbd').textContent).toBe('F8')
  expect(button.className).toContain('quiet')
  button.click()
  expect(click).toHaveBeenCalledTimes(1)
})

test('a busy button stays where it is and does nothing', () => {
  const click = vi.fn()
  const button = one(
    show(() => (
      <Button busy onClick={click}>
        Boek
      </Button>
    )),
    'button',
  )
  button.click()
  expect(click).not.toHaveBeenCalled()
  expect(button.getAttribute('aria-disabled')).toBe('true')
  expect(button.hasAttribute('disabled')).toBe(false)
})

test('a link that looks like a button is a link', () => {
  expect(
    one(
      show(() => <ButtonLink href="/nl/afspraak">Verder</ButtonLink>),
      'a',
    ).getAttribute('href'),
  ).toBe('/nl/afspraak')
})

test('a card is the element it is asked to be, with its heading', () => {
  const card = one(
    show(() => (
      <Card as="section" kind="best" heading="Morgen" level={3} aria-label="eerste keuze">
        om 9.15 uur
      </Card>
    )),
    'section.card.best',
  )
  expect(one(card, 'h3').textContent).toBe('Morgen')
  expect(card.getAttribute('aria-label')).toBe('eerste keuze')
})

test('every kind of state has a shape of its own beside the word', () => {
  const shapes = (['good', 'warn', 'bad'] as const).map((kind) =>
    one(
      show(() => <Tag kind={kind}>woord</Tag>),
      `.tag.${kind} path`,
    ).getAttribute('d'),
  )
  expect(new Set(shapes).size).toBe(3)
  expect(show(() => <Tag>2 personen</Tag>).querySelector('svg')).toBeNull()
})

test.each([
  ['A042', 'A\u00a0042'],
  ['A\u2009042', 'A\u00a0042'],
  ['R 1007', 'R\u00a01007'],
  ['N2\u2009014', 'N2\u00a0014'],
  ['N2014', 'N2\u00a0014'],
  ['N12 014', 'N12\u00a0014'],
])('the label %s stays left to right in Arabic as %s', (label, shown) => {
  const bdi = one(
    show(() => <NumberLabel label={label} size="big" />, 'ar'),
    'bdi.number.big',
  )
  expect(bdi.textContent).toBe(shown)
  expect([bdi.getAttribute('dir'), bdi.lang]).toEqual(['ltr', 'en'])
})

test('a counter is marked with its word and its number', () => {
  expect(show(() => <CounterMark counter={3} />).textContent).toBe('balie 3')
  expect(
    one(
      show(() => <CounterMark counter={12} layout="stacked" />, 'ar'),
      '.stacked bdi',
    ).textContent,
  ).toBe('12')
})

test('an icon is decoration unless it has a label', () => {
  expect(
    one(
      show(() => <Icon name="help" />),
      'svg',
    ).getAttribute('aria-hidden'),
  ).toBe('true')
  const named = one(
    show(() => <Icon name="help" label="Hulp" />),
    'svg',
  )
  expect([named.getAttribute('role'), named.getAttribute('aria-label')]).toEqual(['img', 'Hulp'])
})

test('the chevron and the way back turn with the text, the arrow to a real place does not', () => {
  expect(icons.chevron.mirrors && icons.back.mirrors).toBe(true)
  expect(icons.arrow.mirrors).toBeUndefined()
  expect(new Set(iconNames.map((name) => icons[name].path)).size).toBe(iconNames.length)
})

test('a field ties its label, hint and error to its control', () => {
  const room = show(() => (
    <Field name="mail" label="E-mail" hint="Daar sturen we de bevestiging heen." error="Er mist een @." type="email" autocomplete="email" />
  ))
  const input = one(room, 'input') as HTMLInputElement
  expect(one(room, 'label').getAttribute('for')).toBe(input.id)
  expect(input.getAttribute('aria-invalid')).toBe('true')
  const told = input
    .getAttribute('aria-describedby')
    ?.split(' ')
    .map((id) => document.getElementById(id)?.textContent?.trim())
  expect(told).toEqual(['Daar sturen we de bevestiging heen.', 'Fout: Er mist een @.'])
  expect([input.name, input.type, input.autocomplete]).toEqual(['mail', 'email', 'email'])
})

test('a field without hint or error describes nothing, and may hold another control', () => {
  const room = show(() => (
    <Field name="note" label="Notitie" optional>
      {(control) => <textarea {...control} rows={3} />}
    </Field>
  ))
  expect(one(room, 'label').textContent).toContain('niet verplicht')
  expect(one(room, 'textarea').id).toBe('field-note')
  expect(one(room, 'textarea').hasAttribute('aria-describedby')).toBe(false)
  expect(room.querySelector('input')).toBeNull()
})

test('the list of errors takes the focus and leads to each field', () => {
  const room = show(() => <ErrorSummary errors={[{ field: 'mail', message: 'Er mist een @.' }, { message: 'Kies een tijd.' }]} />)
  expect(document.activeElement).toBe(one(room, '[role=alert]'))
  expect(one(room, 'a').getAttribute('href')).toBe('#field-mail')
  expect(room.querySelectorAll('li')).toHaveLength(2)
  expect(show(() => <ErrorSummary errors={[]} />).textContent).toBe('')
})

test('a dialog opens as the browser does it, asks once to be closed, and is closed where it stands when it is taken away', () => {
  const [open, setOpen] = createSignal(false)
  const close = vi.fn(() => setOpen(false))
  const room = show(() => (
    <Dialog open={open()} onClose={close} heading="Weet u het zeker?">
      tekst
    </Dialog>
  ))
  const dialog = one(room, 'dialog') as HTMLDialogElement
  expect(dialog.open).toBe(false)
  setOpen(true)
  expect(dialog.open).toBe(true)
  expect(document.getElementById(dialog.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Weet u het zeker?')
  one(dialog, '.acts button').click()
  expect(close).toHaveBeenCalledTimes(1)
  expect(dialog.open).toBe(false)
  setOpen(true)
  const stood: boolean[] = []
  dialog.addEventListener('close', () => stood.push(dialog.isConnected))
  shown.pop()?.()
  expect([stood, close.mock.calls.length]).toEqual([[true], 1])
})

test('what was done can be undone for five seconds, once', () => {
  vi.useFakeTimers()
  const [undo, done] = [vi.fn(), vi.fn()]
  const room = show(() => <UndoBar text="A 042 is klaar." onUndo={undo} onDone={done} />)
  expect(one(room, '[role=status]').textContent).toBe('A 042 is klaar.')
  vi.advanceTimersByTime(4000)
  expect(one(room, 'button').textContent).toContain('(1)')
  expect(done).not.toHaveBeenCalled()
  vi.advanceTimersByTime(5000)
  expect(done).toHaveBeenCalledTimes(1)
  expect(undo).not.toHaveBeenCalled()
})

test('undoing ends the time to undo', () => {
  vi.useFakeTimers()
  const [undo, done] = [vi.fn(), vi.fn()]
  one(
    show(() => <UndoBar text="A 042 is klaar." onUndo={undo} onDone={done} />),
    'button',
  ).click()
  vi.advanceTimersByTime(10_000)
  expect([undo.mock.calls.length, done.mock.calls.length]).toEqual([1, 1])
})

test('waiting is explained after three seconds, not before', () => {
  vi.useFakeTimers()
  const room = show(() => <Loading />)
  vi.advanceTimersByTime(2900)
  expect(room.textContent).toBe('Even geduld')
  vi.advanceTimersByTime(200)
  expect(room.textContent).toBe('Even geduld. Dit duurt iets langer dan anders.')
})

test('the clock shows the time of the place, and goes on with its now', () => {
  const [now, setNow] = createSignal(Date.parse('2026-11-24T09:42:59Z'))
  const room = show(() => <Clock now={now} withDate place="Lissabon" />)
  expect(room.textContent).toBe('dinsdag 24 november 10:42 Lissabon')
  setNow(Date.parse('2026-11-24T09:43:00Z'))
  expect(room.textContent).toContain('10:43')
})

test('a wait is a range', () => {
  expect(show(() => <WaitRange fromMinutes={10} untilMinutes={20} />).textContent).toBe('10 tot 20 minuten')
})

test('each language is offered by its own name and in its own direction', () => {
  const pick = vi.fn()
  const room = show(() => <LanguagePicker onPick={pick} />)
  const buttons = [...room.querySelectorAll('button')]
  expect(buttons.map((button) => [button.textContent, button.lang, button.dir])).toEqual([
    ['Nederlands', 'nl', 'ltr'],
    ['English', 'en', 'ltr'],
    ['Français', 'fr', 'ltr'],
    ['Deutsch', 'de', 'ltr'],
    ['Português', 'pt', 'ltr'],
    ['العربية', 'ar', 'rtl'],
  ])
  expect(buttons.filter((button) => button.getAttribute('aria-pressed') === 'true').map(({ lang }) => lang)).toEqual(['nl'])
  buttons.at(-1)?.click()
  expect(pick).toHaveBeenCalledExactlyOnceWith('ar')
})

test('languages can be links, for a page without JavaScript', () => {
  const room = show(() => <LanguagePicker offered={['nl', 'en']} hrefFor={(language) => `/${language}/`} />, 'en')
  expect([...room.querySelectorAll('a')].map((link) => [link.getAttribute('href'), link.getAttribute('aria-current')])).toEqual([
    ['/nl/', null],
    ['/en/', 'true'],
  ])
})

test('the connection says since when it is lost, in the time of the place', () => {
  const lostAt = Date.parse('2026-11-24T09:42:00Z')
  expect(show(() => <ConnectionState connected={false} lostAt={lostAt} quiet />).textContent).toBe('geen verbinding sinds 10:42')
  expect(show(() => <ConnectionState connected />).textContent).toBe('verbonden')
  expect(show(() => <ConnectionState connected={false} />).textContent).toBe('verbinding maken')
  expect(show(() => <ConnectionState connected quiet />).textContent).toBe('')
})
