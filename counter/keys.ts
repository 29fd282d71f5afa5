/** What a key does at a counter. `next` is done and next, or only next where nobody is there. */
export const keyActs = ['next', 'done', 'start', 'recall', 'missed', 'transfer', 'park', 'undo'] as const
export type KeyAct = (typeof keyActs)[number]
export type Keys = Readonly<Record<KeyAct, string>>

export const usualKeys: Keys = {
  next: 'F9',
  done: 'F8',
  start: 'F10',
  recall: 'F2',
  missed: 'F4',
  transfer: 'F7',
  park: 'F6',
  undo: 'F3',
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>
const names = /^((Control|Alt|Shift|Meta)\+)*F([1-9]|1\d|2[0-4])$/

/** The name of a pressed function key with what is held beside it, as `Shift+F9`; undefined for every other key, bare letters above all. */
export function keyNameOf(event: Pressed): string | undefined {
  const held = [event.ctrlKey && 'Control', event.altKey && 'Alt', event.shiftKey && 'Shift', event.metaKey && 'Meta'].filter(Boolean)
  const name = [...held, event.key].join('+')
  return names.test(name) ? name : undefined
}

/** What a pressed key does here, if anything. */
export function actOfKey(keys: Keys, event: Pressed): KeyAct | undefined {
  const name = keyNameOf(event)
  return name === undefined ? undefined : keyActs.find((act) => keys[act] === name)
}

/** Gives an act a key; the act that had that key gets the other one, so that each keeps its own. */
export function assignKey(keys: Keys, act: KeyAct, name: string): Keys {
  if (!names.test(name)) return keys
  const had = keyActs.find((each) => keys[each] === name)
  return { ...keys, ...(had ? { [had]: keys[act] } : {}), [act]: name }
}

const place = 'beurt.keys'

export function readKeys(storage: Pick<Storage, 'getItem'>): Keys {
  try {
    const kept: unknown = JSON.parse(storage.getItem(place) ?? '{}')
    const known = Object.entries(kept ?? {}).filter(([act, name]) => act in usualKeys && typeof name === 'string' && names.test(name))
    const keys: Keys = { ...usualKeys, ...Object.fromEntries(known) }
    return new Set(Object.values(keys)).size === keyActs.length ? keys : usualKeys
  } catch {
    return usualKeys
  }
}

export function keepKeys(storage: Pick<Storage, 'setItem'>, keys: Keys): void {
  storage.setItem(place, JSON.stringify(keys))
}
