/** The worker that writes workbooks: a file of the app. @throws where the browser has no workers */
export const createTravailleur = (): Worker =>
  new Worker(new URL('./travail.ts', import.meta.url), { type: 'module' })
