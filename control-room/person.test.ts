import { expect, test } from 'vitest'
import type { Me } from '../ui/entry.ts'
import { isAdmin, manages, maySee } from './person.ts'

const person = (...roles: [Me['roles'][number]['role'], string][]): Me => ({
  id: 'x',
  name: 'Anna',
  language: 'nl',
  roles: roles.map(([role, scope]) => ({ role, scope })),
  points: [],
})

test('a point is managed by its own manager, by one of all points and by an admin, not by a clerk', () => {
  expect(manages(person(['point-manager', 'lisboa']), 'lisboa')).toBe(true)
  expect(manages(person(['network-manager', '*']), 'lisboa')).toBe(true)
  expect(manages(person(['admin', '*']), 'lisboa')).toBe(true)
  expect(manages(person(['point-manager', 'horta'], ['clerk', 'lisboa']), 'lisboa')).toBe(false)
  expect(manages(person(['clerk', '*']), 'lisboa')).toBe(false)
})

test('people are for an admin of the whole network, who as such sees no hall', () => {
  expect(isAdmin(person(['clerk', 'lisboa'], ['admin', '*']))).toBe(true)
  expect(isAdmin(person(['admin', 'lisboa']))).toBe(false)
  expect(isAdmin(person(['network-manager', '*']))).toBe(false)
  expect(maySee(person(['admin', '*']))).toBe(false)
})
