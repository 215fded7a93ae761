import { makeDiapos, type DemandeDiapos, type Produit } from './fabrique'

/**
 * The same in the single file, where a worker would carry all of the program a second time: in the page, slide by slide,
 * so that it answers between them.
 */
export async function runAtelier(
  demande: DemandeDiapos,
  etape: (texte: string) => void,
  signal: AbortSignal
): Promise<Produit | null> {
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve))
  try {
    const produit = await makeDiapos(demande, etape, async () => {
      await pause()
      signal.throwIfAborted()
    })
    return signal.aborted ? null : produit
  } catch (erreur) {
    if (signal.aborted) return null
    throw erreur
  }
}
