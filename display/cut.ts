/** How long a screen keeps quiet about a lost connection. */
const quietMs = 15_000
/** The api speaks at least every 15 s; after so long nothing comes any more, whatever the connection looks like. */
const silenceMs = 20_000

/** True once the hall has to be told that this screen is cut off. `lostAt`, when the stream itself noticed. All on the device's clock. */
export function isCut({ now, cameAt, lostAt }: { now: number; cameAt: number; lostAt: number | undefined }): boolean {
  return now - cameAt >= silenceMs || (lostAt !== undefined && now - lostAt >= quietMs)
}
