import type { Page } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Spaces are where the printer's lines break: what is compared is what is between them. */
export const squash = (texte: string) => texte.normalize('NFKC').replace(/\s+/g, '')

/**
 * What of all that is to be said is not in a text made by {@link squash}. One expectation for all of it: Playwright reports
 * each one as a step, which takes longer than to look for a word.
 */
export const listManquants = (texte: string, dits: readonly string[]) =>
  dits.filter((dit) => !texte.includes(squash(dit)))

/**
 * The lines that are printed, page by page, with where each begins and ends, in points.
 * @param imprime a page that is printed now, or a PDF
 */
export async function readPages(imprime: Page | Buffer) {
  const pdf = Buffer.isBuffer(imprime)
    ? imprime
    : await imprime.pdf({ preferCSSPageSize: true, printBackground: true })
  const data = new Uint8Array(pdf)
  const document = await getDocument({ data, verbosity: 0 }).promise
  const pages = []
  for (let n = 1; n <= document.numPages; n++) {
    const feuille = await document.getPage(n)
    const { width } = feuille.getViewport({ scale: 1 })
    const { items } = await feuille.getTextContent()
    const textes = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [
            {
              texte: item.str.trim(),
              gauche: item.transform[4] as number,
              haut: item.transform[5] as number,
              droite: item.transform[4] + item.width
            }
          ]
        : []
    )
    pages.push({ width, textes, texte: squash(textes.map(({ texte }) => texte).join('')) })
  }
  await document.destroy()
  return { pages, texte: pages.map(({ texte }) => texte).join('') }
}
