import { createSignal, For } from 'solid-js'
import type { Language } from '../../contract/language.ts'
import { Button } from '../components/Button.tsx'
import { Card } from '../components/Card.tsx'
import { Clock } from '../components/Clock.tsx'
import { ConnectionState } from '../components/ConnectionState.tsx'
import { CounterMark } from '../components/CounterMark.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Icon } from '../components/Icon.tsx'
import { LanguagePicker } from '../components/LanguagePicker.tsx'
import { Loading } from '../components/Loading.tsx'
import { NumberLabel } from '../components/NumberLabel.tsx'
import { Tag } from '../components/Tag.tsx'
import { UndoBar } from '../components/UndoBar.tsx'
import { WaitRange } from '../components/WaitRange.tsx'
import { iconNames } from '../icons.ts'
import { makeTexts, TextsProvider } from '../texts.tsx'
import { GalleryForm } from './GalleryForm.tsx'
import { ar } from './texts/ar.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { nl } from './texts/nl.ts'
import { pt } from './texts/pt.ts'

const useGalleryTexts = makeTexts({ nl, en, fr, de, pt, ar })
const now = Date.parse('2026-11-24T09:42:00Z')

/** Every shared part once, to look at. */
export function Gallery(props: { language: Language }) {
  return (
    <TextsProvider language={props.language} zone="Europe/Brussels">
      <main class="stack" style={{ padding: '1.25rem', 'max-inline-size': '60rem', 'margin-inline': 'auto' }}>
        <Top />
        <Numbers />
        <Acts />
        <GalleryForm />
        <Pictograms />
      </main>
    </TextsProvider>
  )
}

function Top() {
  const t = useGalleryTexts()
  return (
    <>
      <div class="row" style={{ 'justify-content': 'space-between' }}>
        <h1>{t().title}</h1>
        <Clock now={() => now} withDate place={t().place} />
      </div>
      <LanguagePicker onPick={() => {}} />
      <div class="row">
        <ConnectionState connected />
        <ConnectionState connected={false} />
        <ConnectionState connected={false} lostAt={now} />
      </div>
    </>
  )
}

function Numbers() {
  const t = useGalleryTexts()
  return (
    <>
      <Card kind="signal" heading={t().yourNumber}>
        <div class="row" style={{ 'justify-content': 'space-between' }}>
          <NumberLabel label="A042" size="big" />
          <Icon name="chevron" />
          <CounterMark counter={3} layout="stacked" size="big" />
        </div>
      </Card>
      <Card kind="best" as="section" heading={t().best}>
        <Tag kind="good">{t().near}</Tag>
        <p>
          {t().wait} <WaitRange fromMinutes={10} untilMinutes={20} />.
        </p>
        <Button wide>{t().choose}</Button>
      </Card>
      <Card>
        <div class="row">
          <NumberLabel label="N2 014" size="line" />
          <Tag kind="warn">{t().almostLate}</Tag>
          <Tag kind="bad">{t().noPaper}</Tag>
          <Tag>{t().people(2)}</Tag>
          <Tag>{t().people(11)}</Tag>
        </div>
      </Card>
    </>
  )
}

function Acts() {
  const t = useGalleryTexts()
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <div class="row">
        <Button hint="F9">{t().doneAndNext}</Button>
        <Button kind="quiet" hint="F8" onClick={() => setOpen(true)}>
          {t().done}
        </Button>
        <Button kind="plain" icon="back">
          {t().back}
        </Button>
        <Button kind="quiet" busy>
          {t().choose}
        </Button>
        <Button disabled>{t().choose}</Button>
      </div>
      <div class="row night" style={{ padding: '.75rem 1rem', 'border-radius': 'var(--r2)' }}>
        <Button kind="quiet">{t().done}</Button>
        <Button>{t().choose}</Button>
        <Tag kind="good">{t().near}</Tag>
        <Tag kind="warn">{t().almostLate}</Tag>
        <Tag kind="bad">{t().noPaper}</Tag>
        <ConnectionState connected={false} lostAt={now} />
      </div>
      <UndoBar text={t().wasDone} seconds={500} hint="F1" onUndo={() => {}} onDone={() => {}} />
      <Loading quietMs={0} />
      <Dialog open={open()} onClose={() => setOpen(false)} heading={t().sure}>
        <p>{t().wasDone}</p>
      </Dialog>
    </>
  )
}

function Pictograms() {
  return (
    <ul class="row" style={{ 'list-style': 'none', padding: 0, gap: '1rem' }}>
      <For each={iconNames}>
        {(name) => (
          <li style={{ display: 'grid', 'justify-items': 'center', 'font-size': '.75rem', 'inline-size': '5.5rem' }}>
            <span style={{ 'font-size': '1.5rem' }}>
              <Icon name={name} />
            </span>
            <bdi lang="en">{name}</bdi>
          </li>
        )}
      </For>
    </ul>
  )
}
