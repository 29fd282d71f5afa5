import { createServer } from 'node:http'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { languageOf } from '../api/problem-answer.ts'
import { directionOf, type Language } from '../contract/language.ts'
import { mailbox as ar } from './texts/ar.ts'
import { mailbox as de } from './texts/de.ts'
import { mailbox as en } from './texts/en.ts'
import { mailbox as fr } from './texts/fr.ts'
import { type MailboxTexts, mailbox as nl } from './texts/nl.ts'
import { mailbox as pt } from './texts/pt.ts'

const all = { nl, en, fr, de, pt, ar }
const texts: Record<Language, MailboxTexts> = all

const keptMax = 200

/**
 * A small mailbox for the demonstration: takes every mail over real SMTP and shows it on a page, so that nothing leaves the machine.
 * `GET /` lists, `GET /mails` gives JSON, `GET /mails/N` one letter, `GET /mails/N/file` its calendar entry.
 */
export async function startMailbox(given: { smtpPort: number; smtpHost: string; httpPort: number; host: string }) {
  const mails: { id: number; email: Email }[] = []
  let made = 0
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then(
          (email) => {
            made += 1
            mails.unshift({ id: made, email })
            mails.splice(keptMax)
            done()
          },
          (error: Error) => done(error),
        )
      })
    },
  })
  await new Promise<void>((resolve, reject) => {
    smtp.once('error', reject)
    smtp.listen(given.smtpPort, given.smtpHost, () => resolve())
  })
  const http = createServer((request, response) => {
    const [, , id, part] = (request.url ?? '/').split('/')
    const mail = mails.find((m) => m.id === Number(id))
    const language = languageOf(undefined, request.headers['accept-language'])
    const send = (type: string, body: string | Uint8Array) => {
      response.writeHead(200, { 'content-type': type, 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" })
      response.end(body)
    }
    if (request.url === '/mails')
      send(
        'application/json',
        JSON.stringify(mails.map(({ id: n, email }) => ({ id: n, to: email.to?.[0]?.address, subject: email.subject, text: email.text }))),
      )
    else if (mail && part === 'file') sendFile(mail.email, send)
    else if (mail) send('text/html; charset=utf-8', letterPage(language, mail.id, mail.email))
    else send('text/html; charset=utf-8', listPage(language, mails))
  })
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(given.httpPort, given.host, () => resolve())
  })
  return {
    mails: () => mails.map((m) => m.email),
    async stop(): Promise<void> {
      http.closeAllConnections()
      await Promise.all([new Promise((resolve) => http.close(resolve)), new Promise<void>((resolve) => smtp.close(() => resolve()))])
    },
  }
}

/** The calendar entry hangs on a mail twice: nameless beside the text, and with a name to be kept. */
const fileOf = (email: Email) => email.attachments.find(({ filename }) => filename) ?? email.attachments[0]

function sendFile(email: Email, send: (type: string, body: string | Uint8Array) => void): void {
  const file = fileOf(email)
  if (file) send(file.mimeType, typeof file.content === 'string' ? file.content : new Uint8Array(file.content as ArrayBuffer))
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
const linked = (text: string): string => escaped(text).replace(/https?:\/\/[^\s]+/g, (url) => `<a href="${url}">${url}</a>`)

const page = (language: Language, title: string, body: string): string =>
  `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>body{font:1.0625rem/1.5 "Noto Sans",system-ui,sans-serif;color:#10233b;background:#f2f5f9;margin:0 auto;max-width:44rem;padding:1.25rem}article,li{background:#fff;border:1px solid #cfd9e4;border-radius:.875rem;padding:1rem 1.25rem;margin:.75rem 0;list-style:none}ul{padding:0}a{color:#0a5a77}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0}h1{overflow-wrap:anywhere}small{color:#3d5068}</style><main><h1 dir="auto">${escaped(title)}</h1>${body}</main></html>`

const listPage = (language: Language, mails: { id: number; email: Email }[]): string =>
  page(
    language,
    texts[language].title,
    mails.length === 0
      ? `<p>${texts[language].none}</p>`
      : `<ul>${mails.map(({ id, email }) => `<li><a href="/mails/${id}">${escaped(email.subject ?? '')}</a><br><small>${escaped(email.to?.[0]?.address ?? '')}</small></li>`).join('')}</ul>`,
  )

const letterPage = (language: Language, id: number, email: Email): string =>
  page(
    language,
    email.subject ?? '',
    `<p><a href="/">${texts[language].all}</a></p><article dir="auto"><pre>${linked(email.text ?? '')}</pre></article>${fileOf(email) ? `<p><a href="/mails/${id}/file">${escaped(fileOf(email)?.filename ?? texts[language].file)}</a></p>` : ''}`,
  )
