import { expect, test } from 'vitest'
import { addStep, countTests } from './count.ts'

const passed = { status: 'passed' }
const failed = { status: 'failed' }

test('tests are counted over all files', () => {
  const testResults = [
    { status: 'passed', assertionResults: [passed, passed, { status: 'pending' }] },
    { status: 'failed', assertionResults: [passed, failed] },
  ]
  expect(countTests({ testResults })).toEqual({ passed: 3, failed: 1, skipped: 1 })
})

test('a file that cannot be loaded counts as a failure', () => {
  expect(countTests({ testResults: [{ status: 'failed', assertionResults: [] }] })).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('a file whose set-up fails after its tests passed counts as a failure', () => {
  expect(countTests({ testResults: [{ status: 'failed', assertionResults: [passed] }] })).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test('a step counts as one', () => {
  expect(addStep({ passed: 1, failed: 0, skipped: 0 }, false)).toEqual({ passed: 1, failed: 1, skipped: 0 })
})
