import { CARNET_VIDE, parseCarnet, type Carnet, type Note } from '../../domain/seance/carnet'
import { readGarde, writeGarde } from '../../ui/stockage'

const CLE = 'fne-carnet'

/**
 * The notes of this device: each is written down at once, so that a crash loses none, and the other windows of the app
 * (the presenter's) have the same. Where the browser keeps nothing they last as long as the page.
 */
export class Notes {
  #carnet = $state.raw<Carnet>(parseCarnet(readGarde('localStorage', CLE)))
  /** False while this device does not keep what is written: its storage is full, or refused. */
  gardees = $state(true)
  readonly #maintenant: () => Date

  constructor(maintenant: () => Date = () => new Date()) {
    this.#maintenant = maintenant
  }

  get liste(): readonly Note[] {
    return this.#carnet.notes
  }
  get brouillon(): string {
    return this.#carnet.brouillon
  }

  /** To be told of what another window keeps; not in place of what this one has, and could not keep. */
  readonly onstorage = ({ key }: Pick<StorageEvent, 'key'>): void => {
    if (this.gardees && (key === CLE || key === null))
      this.#carnet = parseCarnet(readGarde('localStorage', CLE))
  }

  type(brouillon: string): void {
    this.#write({ ...this.#carnet, brouillon })
  }

  /** Takes what was typed for a note; nothing typed is none. */
  keep(territoire: string | null, question: boolean): void {
    const texte = this.#carnet.brouillon.trim()
    if (texte === '') return
    const note = { le: this.#maintenant().toISOString(), territoire, texte, question }
    this.#write({ notes: [...this.#carnet.notes, note], brouillon: '' })
  }

  remove(note: Note): void {
    this.#write({ ...this.#carnet, notes: this.#carnet.notes.filter((autre) => autre !== note) })
  }

  /** Nothing of them stays on this device. */
  clear(): void {
    this.#carnet = CARNET_VIDE
    writeGarde('localStorage', CLE, null)
    this.gardees = true
  }

  #write(carnet: Carnet): void {
    this.#carnet = carnet
    this.gardees = writeGarde('localStorage', CLE, JSON.stringify(carnet))
  }
}
