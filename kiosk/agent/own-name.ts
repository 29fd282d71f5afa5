/**
 * True where a request names this machine: `localhost`, any address, or one of `hosts`, as they stand in its Host. A page elsewhere can make a name
 * of its own lead here, but never an address.
 */
export const isOwnName = (host: string, hosts: readonly string[]): boolean =>
  hosts.includes(host) || /^(localhost|\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:]+\])(:\d+)?$/i.test(host)
