import { For } from 'solid-js'
import { useWords } from '../map/words.ts'

const faces = ['list', 'map'] as const
type Face = (typeof faces)[number]

/** Where there is no room for both: the table or the map. */
export function Faces(props: { face: Face; onFace: (face: Face) => void }) {
  const t = useWords()
  return (
    <div class="faces">
      <For each={faces}>
        {(face) => (
          <button type="button" aria-pressed={props.face === face} onClick={() => props.onFace(face)}>
            {t()[face]}
          </button>
        )}
      </For>
    </div>
  )
}
