import { createServer } from 'node:net'

/** Where the app is served unless PORT says otherwise. */
export const PORT_HABITUEL = 4173

/** True where nothing listens on localhost at that port. */
export function isPortLibre(port) {
  return new Promise((resolve) => {
    const essai = createServer()
    essai.once('error', () => resolve(false))
    essai.listen({ port, host: 'localhost', exclusive: true }, () => essai.close(() => resolve(true)))
  })
}

/**
 * The port to serve on: PORT where it is set (whoever sets it wants no other), or the usual one, or the first free one
 * after it. Says so, once, when it is not the usual one.
 * @param {(phrase: string) => void} say
 * @returns {Promise<number>}
 */
export async function findPort(say = console.error) {
  if (process.env.PORT) return Number(process.env.PORT)
  let port = PORT_HABITUEL
  while (!(await isPortLibre(port))) port++
  if (port !== PORT_HABITUEL) say(`Le port ${PORT_HABITUEL} est déjà pris\u202F: ce sera le port ${port}.`)
  return port
}
