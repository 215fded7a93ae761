import Travail from './travail?worker&inline'

/** The worker that writes workbooks, in the single-file app: carried by the page itself. */
export const createTravailleur = (): Worker => new Travail()
