type Preparation = () => Promise<void>

const preparations = new Set<Preparation>()

/**
 * What must be there before the page is printed from a button of its own: the browser's own command waits for nothing.
 * @returns the function that takes it back
 */
export function prepareImpression(preparation: Preparation): () => void {
  preparations.add(preparation)
  return () => preparations.delete(preparation)
}

/** Prints the page once all is there; what could not be loaded does not keep the rest from being printed. */
export async function imprimer(): Promise<void> {
  await Promise.allSettled([...preparations].map((preparation) => preparation()))
  window.print()
}
