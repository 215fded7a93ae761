/** Names of the slow unit tests, without `.test.ts`. */
export const LENTS: readonly string[]
