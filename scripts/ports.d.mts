/** Where the app is served unless PORT says otherwise. */
export const PORT_HABITUEL: number
/** True where nothing listens on localhost at that port. */
export function isPortLibre(port: number): Promise<boolean>
/** The port to serve on: PORT, or the usual one, or the first free one after it, which is said. */
export function findPort(say?: (phrase: string) => void): Promise<number>
