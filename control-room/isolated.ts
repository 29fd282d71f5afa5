/** A name inside a sentence, which may run the other way: it keeps its own direction, and so does the sentence. */
export const isolated = (name: string): string => `\u2068${name}\u2069`
