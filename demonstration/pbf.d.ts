/** The part of `pbf` that is used here; the package brings no types. */
declare module 'pbf' {
  export default class Pbf {
    constructor(bytes: Uint8Array)
    pos: number
    length: number
    readMessage<T>(read: (tag: number, into: T, from: Pbf) => void, into: T): T
    readString(): string
    readVarint(): number
    readSVarint(): number
  }
}
