/** A piece of a letter; the plain text and the HTML are made from the same pieces. */
export type Line =
  | { kind: 'text'; text: string }
  | { kind: 'fact'; name: string; value: string; strong?: boolean }
  | { kind: 'list'; name: string; things: readonly string[] }
  | { kind: 'link'; text: string; url: string }

/** A letter as plain text and as one simple page without pictures or anything loaded from elsewhere. */
export function page(given: { lines: readonly Line[]; subject: string; language: string; direction: 'ltr' | 'rtl' }): {
  text: string
  html: string
} {
  const { lines, subject, language, direction } = given
  const body = lines.map(htmlOf).join('\n')
  return {
    text: `${lines.map(textOf).join('\n')}\n`,
    html: `<!doctype html>
<html lang="${language}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 'Noto Sans',Arial,sans-serif;color:#1b1b1b;background:#fff">
<div style="max-width:560px">
${body}
</div>
</body>
</html>
`,
  }
}

function textOf(line: Line): string {
  if (line.kind === 'fact') return `${line.name}: ${line.value}`
  if (line.kind === 'list') return `\n${line.name}:\n${line.things.map((thing) => `- ${thing}`).join('\n')}\n`
  if (line.kind === 'link') return `${line.url}\n`
  return `${line.text}\n`
}

function htmlOf(line: Line): string {
  if (line.kind === 'fact') {
    const value = line.strong ? `<strong style="font-size:22px">${escaped(line.value)}</strong>` : escaped(line.value)
    return `<p style="margin:4px 0"><span style="color:#595959">${escaped(line.name)}:</span> ${value}</p>`
  }
  if (line.kind === 'list')
    return `<p style="margin:16px 0 4px">${escaped(line.name)}:</p>\n<ul style="margin:0 0 16px">${line.things.map((t) => `<li>${escaped(t)}</li>`).join('')}</ul>`
  if (line.kind === 'link')
    return `<p><a href="${escaped(line.url)}" style="display:inline-block;padding:12px 20px;background:#00676b;color:#fff;text-decoration:none;border-radius:6px">${escaped(line.text)}</a></p>`
  return `<p style="margin:12px 0">${escaped(line.text)}</p>`
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign]!)
