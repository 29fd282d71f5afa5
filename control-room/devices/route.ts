/** Where the devices of a point are, after the address of the control room. */
export const devicesHash = (pointId: string): string => `#/points/${pointId}/devices`

/** The point whose devices an address asks for. */
export const devicesPointOf = (hash: string): string | undefined => /^#\/points\/([a-z0-9-]+)\/devices$/.exec(hash)?.[1]
