import { Button } from '../../ui/components/Button.tsx'
import { useWords } from '../words.ts'

export function NotYours(props: { onLeave: () => void }) {
  const t = useWords()
  return (
    <main class="small">
      <div class="card">
        <h1>{t().notYours.title}</h1>
        <p>{t().notYours.say}</p>
        <Button onClick={() => props.onLeave()}>{t().leave}</Button>
      </div>
    </main>
  )
}
