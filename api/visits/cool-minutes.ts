import { randomInt } from 'node:crypto'

/** Between half and one and a half times the usual: nobody who lets a slot go can know when it comes back. */
export const drawCoolMinutes = (usual: number): number => (usual <= 0 ? 0 : Math.max(1, Math.round(usual / 2) + randomInt(usual + 1)))
