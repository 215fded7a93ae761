import { createLecteurEmbarque } from '../../data/lectureEmbarquee'
import { runArretable } from '../../ui/inactivite'
import type { DemandeDiapos, makeDiapos, Produit } from './fabrique'
import { runTravail } from './runTravail'

/** What makes slides, among the files that the page carries (scripts/portable.mjs). */
const FICHIER = 'diapos.mjs'
let adresse: Promise<string> | null = null

async function unpack(): Promise<string> {
  const texte = await createLecteurEmbarque(document)(FICHIER)
  return URL.createObjectURL(new Blob([texte], { type: 'text/javascript' }))
}

/**
 * The same in the single file, which carries what makes slides once: a worker runs it, or the page itself, slide by slide,
 * where a page from a disk may start none.
 */
export async function runAtelier(
  demande: DemandeDiapos,
  etape: (texte: string) => void,
  signal: AbortSignal
): Promise<Produit | null> {
  const programme = await (adresse ??= unpack())
  try {
    return await runTravail(new Worker(programme), demande, etape, signal)
  } catch {
    return runInPage(programme, demande, etape, signal)
  }
}

const runInPage = (
  programme: string,
  demande: DemandeDiapos,
  etape: (texte: string) => void,
  signal: AbortSignal
): Promise<Produit | null> =>
  runArretable(signal, async (pause) => {
    // eslint-disable-next-line maison/pieces -- a text of the page's own: no room of this program
    await import(/* @vite-ignore */ programme)
    const { fneDiapos } = globalThis as unknown as { fneDiapos: typeof makeDiapos }
    return fneDiapos(demande, etape, pause)
  })
