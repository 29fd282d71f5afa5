/** Who comes, as typed in a form. */
export type Details = { name: string; email: string | null; phone: string | null }

const most = 500

/** What was typed, as it was typed; an empty field is nothing. */
export function readDetails(form: URLSearchParams): Details {
  const field = (name: string) => (form.get(name) ?? '').slice(0, most)
  return { name: field('name').trim(), email: field('email').trim() || null, phone: field('phone').trim() || null }
}
