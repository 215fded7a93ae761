import { vi } from 'vitest'
import type { Canal } from '../../src/presentation/canaux'
import { Liaison, type Ecoute } from '../../src/presentation/liaison'
import type { Memoire, Souvenir } from '../../src/presentation/memoire'
import { readLettre, wrap, type Lettre, type Pas, type Role } from '../../src/presentation/messages'

export const pas = (scene: number, noir = false, territoire: string | null = null): Pas => ({
  scene,
  noir,
  territoire,
  region: null
})

/** A letter as it arrives: what goes through a channel is a copy, and is checked. */
export const carry = (lettre: Lettre): Lettre => {
  const recue = readLettre(structuredClone(wrap(lettre)))
  if (!recue) throw new Error(`refused: ${JSON.stringify(lettre)}`)
  return recue
}

/** What a tab remembers. */
export function createMemoireDeTest(): Memoire & { souvenir: Souvenir | null } {
  return {
    souvenir: null,
    read() {
      return this.souvenir
    },
    keep(souvenir) {
      this.souvenir = structuredClone(souvenir)
    }
  }
}

/** Windows of one computer that hear each other at once. */
export class Salle {
  readonly envois: Lettre[] = []
  readonly #oreilles = new Map<object, (lettre: Lettre) => void>()

  createCanal(): Canal {
    const moi = {}
    return {
      post: (lettre) => {
        this.envois.push(lettre)
        for (const [qui, oreille] of [...this.#oreilles]) if (qui !== moi) oreille(carry(lettre))
      },
      listen: (recevoir) => {
        this.#oreilles.set(moi, recevoir)
        return () => this.#oreilles.delete(moi)
      }
    }
  }
}

/** A window that shows what it is told to, as the presentation does: each move of its own is told. */
export function openFenetre(
  role: Role,
  canaux: readonly Canal[],
  options: { seance?: string | null; memoire?: Memoire; ecoute?: Partial<Ecoute> } = {}
) {
  const liaison = new Liaison({
    role,
    seance: options.seance ?? null,
    canaux,
    memoire: options.memoire ?? createMemoireDeTest()
  })
  const onpas = vi.fn((recu: Pas) => {
    fenetre.pas = recu
    liaison.tell(recu)
  })
  const fenetre = {
    liaison,
    onpas,
    /** What is on its screen. */
    pas: pas(1),
    /** Its scenes are there, and its link leads to this place. */
    arrive(la: Pas) {
      fenetre.pas = la
      liaison.tell(la)
      return fenetre
    },
    /** Somebody takes a step in it. */
    go(la: Pas) {
      fenetre.pas = la
      liaison.tell(la)
    },
    fin: () => {}
  }
  fenetre.fin = liaison.start({ ...options.ecoute, onpas })
  return fenetre
}
