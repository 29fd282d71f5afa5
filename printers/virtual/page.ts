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
  const words = escaped([...paper.lines, ...paper.qr].join(', '))
  const unknown = paper.unknown.length > 0 ? `<p>${texts.notUnderstood} ${escaped(paper.unknown.join('; '))}</p>` : ''
  const size = `width="${paper.bitmap.width}" height="${paper.bitmap.height}"`
  return `<figure><figcaption>${texts.paper(paper.n)}</figcaption><img src="/papers/${paper.n}.png" ${size} alt="${words}">${unknown}</figure>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
