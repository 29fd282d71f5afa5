import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { directionOf, type Language, languages } from '../contract/language.ts'
import { ownNames } from '../ui/language.ts'
import { front as ar } from './texts/ar.ts'
import { front as de } from './texts/de.ts'
import { front as en } from './texts/en.ts'
import { front as fr } from './texts/fr.ts'
import { type FrontTexts, front as nl } from './texts/nl.ts'
import { front as pt } from './texts/pt.ts'

const all = { nl, en, fr, de, pt, ar }
const texts: Record<Language, FrontTexts> = all
const tokens = readFileSync(fileURLToPath(new URL('../ui/tokens.css', import.meta.url)), 'utf8')

const style = `${tokens}
*{box-sizing:border-box;margin:0}body{overflow-wrap:anywhere;font:400 1.0625rem/1.5 var(--font);color:var(--ink);background:var(--mist)}main{max-width:66rem;margin:0 auto;padding:2rem 1.25rem;display:grid;gap:1.25rem}
nav{display:flex;gap:1rem;flex-wrap:wrap}h1{font-size:2.5rem;line-height:1.1}a{color:var(--action)}.note{background:var(--paper);border:1px solid var(--line);border-radius:var(--r2);padding:.8rem 1rem}
ul{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:1rem}li a{display:block;height:100%;background:var(--paper);border:2px solid var(--edge);border-radius:var(--r3);padding:1.2rem;color:inherit;text-decoration:none}
li b{display:block;font-size:1.3rem;color:var(--action)}li span,p.soft{color:var(--ink-soft)}code{font-size:1rem;background:var(--mist);padding:.1rem .35rem;border-radius:.3rem}:focus-visible{outline:.25rem solid var(--ink);outline-offset:.2rem}`

/** The page at `/` of a network of one's own: where to go. */
export function frontPage(language: Language): string {
  const t = texts[language]
  const tile = (href: string, name: string, what: string) => `<li><a href="${href}"><b>${name}</b><span>${what}</span></a></li>`
  return `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${t.title}</title><style>${style}</style></head><body><main>
<nav>${languages.map((l) => `<a href="/?language=${l}" lang="${l}"${l === language ? ' aria-current="true"' : ''}>${ownNames[l]}</a>`).join('')}</nav>
<div><h1>${t.title}</h1><p class="soft">${t.what}</p></div>
<ul>${tile('/book/', t.book, t.bookWhat)}${tile('/display/', t.display, t.displayWhat)}${tile('/counter/', t.counter, t.counterWhat)}${tile('/control-room/', t.controlRoom, t.controlRoomWhat)}</ul>
</main></body></html>`
}
