import { Problem } from '../contract/problems.ts'
import type { ServiceOut, Wanted } from './ask-slots.ts'

const nameShape = /^[a-z0-9][a-z0-9-]{0,63}$/
const servicesMax = 8

/** The services and people in an address or a form: `services` may stand there once with commas, or once for each box that was ticked. */
export function readWanted(from: URLSearchParams): Wanted {
  const services = [...new Set(from.getAll('services').flatMap((part) => part.split(',')))].filter((name) => nameShape.test(name))
  const people = Number(from.get('people') ?? 1)
  return {
    services: services.slice(0, servicesMax).join(','),
    people: Number.isInteger(people) && people >= 1 && people <= 99 ? people : 1,
  }
}

/** The chosen services of a point, in the order of the choice. Throws `service-not-here` for one that it does not offer for booking. */
export function chosenOf(all: readonly ServiceOut[], wanted: Wanted): ServiceOut[] {
  return wanted.services.split(',').map((id) => {
    const found = all.find((service) => service.id === id && service.bookable)
    if (!found) throw new Problem('service-not-here', { serviceId: id })
    return found
  })
}
