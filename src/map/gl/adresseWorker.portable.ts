import { createLecteurEmbarque } from '../../data/lectureEmbarquee'

const FICHIER = 'maplibre-gl-worker.mjs'
let adresse: Promise<string> | null = null

async function unpack(): Promise<string> {
  const texte = await createLecteurEmbarque(document)(FICHIER)
  return URL.createObjectURL(new Blob([texte], { type: 'text/javascript' }))
}

/** Where MapLibre's worker is, in the single-file app: unpacked from the page, once. */
export const findWorker = (): Promise<string> => (adresse ??= unpack())
