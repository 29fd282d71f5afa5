import { directionOf, type Language } from '../../contract/language.ts'
import type { Standing } from './machine.ts'
import { pageTexts } from './page-texts.ts'
import type { Paper } from './paper.ts'

const style = `
:root{color-scheme:light;font:17px/1.5 'Noto Sans',system-ui,sans-serif;background:#e9e7e2;color:#1b1b1b}
body{margin:0 auto;max-width:46rem;padding:1.5rem}
h1{font-size:1.5rem;margin:0}p{margin:.25rem 0 1rem}
form{display:flex;flex-wrap:wrap;gap:.5rem;margin:0 0 1.5rem}
button{font:inherit;min-height:44px;padding:.4rem 1rem;border:2px solid #00545c;border-radius:8px;background:#fff;color:#00545c;cursor:pointer}
button:focus-visible{outline:3px solid #1b1b1b;outline-offset:2px}
button[value=mend]{background:#00545c;color:#fff}
figure{margin:0 0 2rem}figcaption{margin-bottom:.4rem}
img{display:block;width:100%;max-width:480px;box-sizing:border-box;padding:0 24px;height:auto;background:#fff;border:1px solid #999;border-top-style:dashed;border-bottom-style:dashed}`

// Fetches the page anew each second and swaps what changed; without scripts one reloads.
const script = `
setInterval(async()=>{try{const text=await(await fetch(location.href)).text();const next=new DOMParser().parseFromString(text,'text/html').querySelector('main');
const now=document.querySelector('main');if(next&&next.innerHTML!==now.innerHTML)now.innerHTML=next.innerHTML}catch{}},1000)`

const rollStyle = `
:root{color-scheme:light;font:17px/1.4 'Noto Sans',system-ui,sans-serif;background:#f2f5f9;color:#10233b}
body{margin:0;height:100vh;overflow:hidden}main{display:grid;grid-template-rows:auto auto 1fr;height:100vh}
h1{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}
p{margin:0;padding:.5rem 1rem;text-align:center}.wrong{background:#fde7e7;color:#8f1414;font-weight:650}
.slot{height:18px;margin:0 8px;border-radius:9px;background:#10233b;position:relative;z-index:1}
.out{overflow:hidden;padding:0 26px 20px;margin-top:-9px}
img{display:block;width:100%;height:auto;box-sizing:border-box;padding:0 14px 10px;background:#fff;border:1px solid #71869d;border-top:0;border-bottom-style:dashed;animation:out 1.1s cubic-bezier(.2,.6,.3,1)}
@keyframes out{from{transform:translateY(-100%)}}
@media (prefers-reduced-motion:reduce){img{animation:none}}`

/** Only the mouth of the printer: the last paper, sliding out, and what is wrong. */
export function printerRoll(language: Language, standing: Standing, papers: readonly Paper[]): string {
  const texts = pageTexts[language]
  const last = papers.at(-1)
  const isWrong = standing.paper === 'out' || standing.coverOpen || standing.cutterJam || standing.hangs
  const paper = last ? paperImage(last) : `<p>${texts.none}</p>`
  return `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${texts.title}</title><style>${rollStyle}</style><body><h1>${texts.title}</h1><main><p role="status"${isWrong ? ' class="wrong"' : ''}>${sentence(language, standing)}</p><div class="slot"></div><div class="out">${paper}</div></main><script>${script}</script></body></html>`
}

/** What the page's own script is, for the policy that lets it run. */
export const scriptOfPage = script

/** The page of the virtual printer: how it stands, buttons for what can go wrong, papers newest first. */
export function printerPage(language: Language, standing: Standing, papers: Paper[]): string {
  const texts = pageTexts[language]
  const buttons = Object.entries(texts.acts).map(([act, words]) => `<button formaction="/${act}" value="${act}">${words}</button>`)
  const list = papers.toReversed().map((paper) => paperFigure(paper, language))
  return `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${texts.title}</title><style>${style}</style><body><header><h1>${texts.title}</h1><p>${texts.explanation}</p><form method="post">${buttons.join('')}</form></header>
<main><p role="status">${sentence(language, standing)}</p>${list.join('') || `<p>${texts.none}</p>`}</main><script>${script}</script></body></html>`
}

function sentence(language: Language, { paper, coverOpen, cutterJam, hangs }: Standing): string {
  const texts = pageTexts[language].standing
  const trouble = [hangs && texts.hangs, coverOpen && texts.cover, cutterJam && texts.jam, paper !== 'ok' && texts[paper]].filter(Boolean)
  return trouble.length > 0 ? trouble.join(' ') : texts.ok
}

function paperFigure(paper: Paper, language: Language): string {
  const texts = pageTexts[language]
  const unknown = paper.unknown.length > 0 ? `<p>${texts.notUnderstood} ${escaped(paper.unknown.join('; '))}</p>` : ''
  return `<figure><figcaption>${texts.paper(paper.n)}</figcaption>${paperImage(paper)}${unknown}</figure>`
}

function paperImage(paper: Paper): string {
  const words = escaped([...paper.lines, ...paper.qr].join(', '))
  return `<img src="/papers/${paper.n}.png" width="${paper.bitmap.width}" height="${paper.bitmap.height}" alt="${words}">`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
