import { isId, readEtat, type Etat, type Role } from './messages'

/** What a window knows of its presentation after it was reloaded. */
export interface Souvenir {
  readonly seance: string
  /** The highest number of a step seen: the next one counts on from it. */
  readonly rang: number
  readonly etat: Etat
}

export interface Memoire {
  read(): Souvenir | null
  keep(souvenir: Souvenir): void
}

/** Kept for the tab, and over its reload; where the browser forbids that, for as long as the page lasts. */
export function createMemoire(role: Role): Memoire {
  const cle = `fne-seance-${role}`
  return {
    read() {
      try {
        const { seance, rang, etat } = JSON.parse(window.sessionStorage.getItem(cle) ?? '{}')
        const lu = readEtat(etat)
        return lu && isId(seance) && Number.isSafeInteger(rang) ? { seance, rang, etat: lu } : null
      } catch {
        return null
      }
    },
    keep(souvenir) {
      try {
        window.sessionStorage.setItem(cle, JSON.stringify(souvenir))
      } catch {
        // Forbidden or full: the other window still remembers.
      }
    }
  }
}

/** A name that no other window or presentation has; of two, the one given earlier sorts first. */
export function createId(maintenant = Date.now()): string {
  const hasard = Math.floor(Math.random() * 2 ** 40).toString(36)
  return `${maintenant.toString(36).padStart(9, '0')}-${hasard}`
}
