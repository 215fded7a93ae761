import { ErreurDeLecture } from '../../data/lecture'

/** A file that is made on demand and downloaded: what is said meanwhile, at the end, and where it cannot be made. */
export class Preparation {
  message = $state('')
  occupe = $state(false)
  readonly #quoi: string

  /** @param quoi as a sentence names it: 'fichier' */
  constructor(quoi: string) {
    this.#quoi = quoi
  }

  /** @param make makes and downloads it. @returns once all is said */
  async run(make: () => Promise<string>): Promise<void> {
    this.occupe = true
    this.message = `Préparation du ${this.#quoi}…`
    try {
      this.message = await make()
    } catch (erreur) {
      const raison =
        erreur instanceof ErreurDeLecture ? erreur.message : 'Recharger la page, puis recommencer.'
      this.message = `Le ${this.#quoi} n’a pas pu être préparé. ${raison}`
    }
    this.occupe = false
  }
}
