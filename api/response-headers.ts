// What the api answers is never a page: nothing may be loaded for it, and nobody may put it in a frame.
export const apiHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=15552000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

/** The headers of a value that was read or written just now. */
export const answerHeaders = (requestId: string): Record<string, string> => ({
  ...apiHeaders,
  'content-type': 'application/json',
  'cache-control': 'no-store',
  'x-request-id': requestId,
})
