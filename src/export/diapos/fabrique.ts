import { takeExport } from '../../data/charger'
import { buildDiapos } from './diapos'
import type { Diapo } from './diapo'
import type { DonneesDiapos } from './donnees'

/** What is asked for: the slides as they are described, or a .pptx of them. */
export interface DemandeDiapos {
  readonly quoi: 'diapos' | 'pptx'
  readonly titre: string
  readonly donnees: DonneesDiapos
}

export interface Produit {
  readonly diapos: readonly Diapo[]
  /** The .pptx; null where it was not asked for. */
  readonly octets: Uint8Array<ArrayBuffer> | null
}

/**
 * What a worker says: which slide is drawn, then what was made, or that nothing was. Slides come one by one before the rest:
 * read at once, all their shapes would hold the page.
 */
export type MessageDiapos =
  | { readonly genre: 'etape'; readonly etape: string }
  | { readonly genre: 'diapo'; readonly diapo: Diapo }
  | { readonly genre: 'produit'; readonly produit: Produit }
  | { readonly genre: 'echec' }

/**
 * Draws the slides one by one, then writes them.
 * @param pause waited for between two slides, where the page is drawn by the same thread
 * @throws where the library or the memory gives up, or `pause` does
 */
export async function makeDiapos(
  { quoi, titre, donnees }: DemandeDiapos,
  etape: (texte: string) => void,
  pause: () => Promise<void> = () => Promise.resolve()
): Promise<Produit> {
  const diapos: Diapo[] = []
  for (const diapo of buildDiapos(donnees)) {
    diapos.push(diapo)
    etape(`Diapositive ${diapos.length} sur ${donnees.scenes.length}`)
    await pause()
  }
  if (quoi === 'diapos') return { diapos, octets: null }
  etape('Écriture du fichier')
  const writePptx = await takeExport(import('./pptx'), 'writePptx')
  await pause()
  return { diapos: [], octets: (await writePptx({ titre, diapos })) as Uint8Array<ArrayBuffer> }
}
