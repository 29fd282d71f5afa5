import { Problem, statusOf } from '../contract/problems.ts'
import { problemTitle } from '../contract/texts/problems.ts'
import { type Asked, type Given, readAddress, readAsked } from './asked.ts'
import { chooseServices } from './choose-services.tsx'
import { chooseTime } from './choose-time.tsx'
import { follow } from './follow.tsx'
import { hold, letGo } from './hold.tsx'
import { ProblemPage } from './pages/ProblemPage.tsx'
import { page } from './respond.tsx'
import { start } from './start.tsx'
import { cancel, move, visit } from './visit.tsx'

type Step = { at: RegExp; methods: readonly string[]; answer: (asked: Asked, ...parts: string[]) => Promise<Response> }

const read = ['GET']
const both = ['GET', 'POST']
const name = '[a-z0-9-]+'

/** Every page, by its address below `/book/`. */
const steps: readonly Step[] = [
  { at: /^$/, methods: read, answer: start },
  { at: /^hold\/([^/]+)$/, methods: both, answer: hold },
  { at: /^hold\/([^/]+)\/let-go$/, methods: ['POST'], answer: letGo },
  { at: /^visit\/([^/]+)$/, methods: read, answer: visit },
  { at: /^visit\/([^/]+)\/cancel$/, methods: both, answer: cancel },
  { at: /^visit\/([^/]+)\/move$/, methods: both, answer: move },
  { at: new RegExp(`^follow/(${name})/([^/]+)/([^/]+)$`), methods: read, answer: follow },
  { at: new RegExp(`^(${name})$`), methods: read, answer: chooseServices },
  { at: new RegExp(`^(${name})/time$`), methods: both, answer: chooseTime },
]

/** A page, or where to go next, for a request below `/book/`; what cannot be is a page that says so. Never throws. */
export async function answer(request: Request, given: Given): Promise<Response> {
  try {
    const asked = await readAsked(request, given)
    const path = asked.parts.join('/')
    const found = steps.map((step) => ({ step, parts: step.at.exec(path) })).find(({ parts }) => parts)
    if (!found?.parts) throw new Problem('not-found')
    if (!found.step.methods.includes(asked.method)) throw new Problem('method-not-allowed', { allow: found.step.methods.join(', ') })
    return await found.step.answer(asked, ...found.parts.slice(1))
  } catch (error) {
    if (!(error instanceof Problem)) given.fault?.(error)
    return problemPage(readAddress(request, given), error instanceof Problem ? sayable(error) : new Problem('unexpected'))
  }
}

/** To a visitor a link that opens nothing is a link that does not work, whatever the api calls it. */
const sayable = (problem: Problem): Problem => {
  const { code, details } = problem
  if (['sign-in-needed', 'appointment-unknown', 'ticket-unknown'].includes(code)) return new Problem('link-not-valid')
  return code === 'idempotency-key-required' ? new Problem('invalid-input', details) : problem
}

function problemPage(asked: Asked, problem: Problem): Response {
  const response = page(asked, {
    title: problemTitle(asked.language, problem.code),
    status: statusOf(problem.code),
    body: () => <ProblemPage asked={asked} problem={problem} />,
  })
  if (typeof problem.details.allow === 'string') response.headers.set('allow', problem.details.allow)
  return response
}
