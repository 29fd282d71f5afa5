/** What a run of checks came to. */
export type Count = { passed: number; failed: number; skipped: number }

/** The part of vitest's JSON report that counting needs. */
export type Report = { testResults: { status: string; assertionResults: { status: string }[] }[] }

/** Counts the tests of a vitest report. A file that fails without a failed test, such as one that cannot be loaded, is one failure more. */
export function countTests({ testResults }: Report): Count {
  const statuses = testResults.flatMap(({ status, assertionResults }) => {
    const own = assertionResults.map((result) => result.status)
    return status === 'failed' && !own.includes('failed') ? [...own, 'failed'] : own
  })
  const passed = statuses.filter((status) => status === 'passed').length
  const failed = statuses.filter((status) => status === 'failed').length
  return { passed, failed, skipped: statuses.length - passed - failed }
}

/** One more step that is passed or failed as a whole. */
export function addStep(count: Count, passed: boolean): Count {
  return passed ? { ...count, passed: count.passed + 1 } : { ...count, failed: count.failed + 1 }
}
