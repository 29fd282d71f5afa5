/** Where the people who work here are, after the address of the control room. */
export const staffHash = '#/staff'

/** True where an address asks for them. */
export const isStaff = (hash: string): boolean => hash === staffHash
