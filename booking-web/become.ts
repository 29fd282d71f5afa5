/** Makes what is in `room` say what is in `next`, part by part: what is the same part stays, with the focus, what is selected and what is folded open. */
export function becomeWithin(room: Element, next: Element): void {
  const old = [...room.childNodes]
  const wanted = [...next.childNodes]
  const both = Math.min(old.length, wanted.length)
  // What comes or goes is mostly one part among others: those after it are found from the end.
  let last = 0
  while (last < both && isSame(old.at(-1 - last)!, wanted.at(-1 - last)!)) last += 1
  const [oldTail, tail] = [old.splice(old.length - last), wanted.splice(wanted.length - last)]
  for (const [at, one] of wanted.entries()) {
    const had = old[at]
    if (!had) room.insertBefore(one, oldTail[0] ?? null)
    else if (isSame(had, one)) become(had, one)
    else had.replaceWith(one)
  }
  for (const one of old.slice(wanted.length)) one.remove()
  for (const [at, one] of tail.entries()) become(oldTail[at]!, one)
}

const isSame = (had: ChildNode, next: ChildNode): boolean =>
  had.nodeName === next.nodeName && (!(had instanceof Element && next instanceof Element) || had.id === next.id)

function become(had: ChildNode, next: ChildNode): void {
  if (!(had instanceof Element && next instanceof Element)) {
    if (had.nodeValue !== next.nodeValue) had.nodeValue = next.nodeValue
    return
  }
  for (const { name } of [...had.attributes]) if (!next.hasAttribute(name) && name !== 'open') had.removeAttribute(name)
  for (const { name, value } of [...next.attributes]) if (had.getAttribute(name) !== value) had.setAttribute(name, value)
  becomeWithin(had, next)
}
