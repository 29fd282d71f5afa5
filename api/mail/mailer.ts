import nodemailer from 'nodemailer'
import { inTime } from '../../db/lines.ts'

/** A mail as it goes out. `id` becomes its Message-ID, so that a second delivery of one mail can be known as such. */
export type Mail = {
  id: string
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string }
}

/** How mails leave. Throws `MailRefused` where the server would not have this mail; anything else thrown means that it cannot be reached. */
export type Mailer = {
  send(message: Mail): Promise<void>
  /** Who the mails are from, where that is known. */
  sender?: { name: string; address: string }
}

/** The server was there and did not want this mail: `lasting` where it never will (an address that is none), else it may be tried again. */
export class MailRefused extends Error {
  readonly lasting: boolean
  constructor(lasting: boolean, cause: unknown) {
    super('the mail server refused a mail', { cause })
    this.lasting = lasting
  }
}

const waitMs = 10_000
const patienceMs = 30_000

/** Sends by SMTP: each mail on a connection of its own, at most 10 s for each word of the server and 30 s in all. */
export function makeMailer(given: { url: string; from: string; waitMs?: number }): Mailer {
  const ms = given.waitMs ?? waitMs
  const sender = senderOf(given.from)
  const transport = nodemailer.createTransport({
    url: given.url,
    connectionTimeout: ms,
    greetingTimeout: ms,
    socketTimeout: ms,
    dnsTimeout: ms,
  })
  const host = sender.address.split('@')[1] ?? 'localhost'
  return {
    sender,
    async send(mail) {
      const { calendar } = mail
      const message = {
        from: sender,
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: `<${mail.id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        icalEvent: calendar && { method: calendar.method, content: calendar.content, filename: 'invite.ics' },
      }
      try {
        await inTime(transport.sendMail(message), Math.min(patienceMs, 3 * ms))
      } catch (error) {
        throw refusalOf(error) ?? error
      }
    },
  }
}

/** What the server said about the mail itself, and not about us: RCPT TO and DATA. 421 means that it is going away. */
function refusalOf(error: unknown): MailRefused | null {
  const { code, command, responseCode } = error as { code?: string; command?: string; responseCode?: number }
  if (code === 'EENVELOPE' && command === 'API') return new MailRefused(true, error)
  if ((command !== 'RCPT TO' && command !== 'DATA') || !responseCode || responseCode === 421) return null
  return new MailRefused(responseCode >= 500, error)
}

function senderOf(from: string): { name: string; address: string } {
  const [, name, address] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(from) ?? []
  return address ? { name: name ?? '', address } : { name: '', address: from.trim() }
}
