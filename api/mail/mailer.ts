/** A mail as it goes out. */
export type Mail = { id: string; to: { name: string; address: string }; subject: string; text: string; html: string }

/** How mails leave. */
export type Mailer = { send(message: Mail): Promise<void> }
