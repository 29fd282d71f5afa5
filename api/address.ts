/**
 * The address of an asker: what the socket says. Only where a proxy of ours stands in front is `X-Forwarded-For` believed, and of it only
 * the last entry, which that proxy wrote itself; what a client put before it is not looked at.
 */
export function addressOf(request: Request, socketAddress: string | null, trustProxy: boolean): string {
  const forwarded = trustProxy ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  // Some proxies add the port of the connection, which is another each time.
  const plain = forwarded?.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
  return plain && /^[0-9a-fA-F.:]{3,45}$/.test(plain) ? plain : (socketAddress ?? 'local')
}

/** What one household or office has: an IPv4 address, or the first half of an IPv6 one. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase()
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head.split(':').filter(Boolean)
  const after = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const filled = tail === undefined ? groups : [...groups, ...Array(Math.max(0, 8 - groups.length - after.length)).fill('0'), ...after]
  return `${filled
    .slice(0, 4)
    .map((g) => g.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
