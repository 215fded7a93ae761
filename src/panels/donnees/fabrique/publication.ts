import { gzipSync, strToU8, zipSync, type Zippable } from 'fflate'
import { storeBrotli } from '../../../data/brotliStocke'
import { CHEMIN_INDEX } from '../../../data/instantanes'
import { createLecteurHttp, ErreurDeLecture } from '../../../data/lecture'
import { fillLus, fillPremiere } from '../../../data/page'
import { listPrecache, writePrecache, type FichierGarde } from '../../../data/precache'
import { importRendu, readHeberge } from './modele'
import type { DemandePublication, Suivi } from './sortie'

const PAGE = 'index.html'
const SW = 'sw.js'

/**
 * The files that change on the web server when a local snapshot becomes one of everybody's, as a ZIP to be unpacked over
 * its folder: the snapshot in the form that is kept, the list, the page with its first picture, and the service worker
 * that announces them; each with the compressed copies that a server may hand out in its place.
 * @throws {ErreurDeLecture} with a French sentence where something cannot be had, or belongs to another version
 */
export async function makePublication({ base, textes }: DemandePublication, suivi: Suivi): Promise<Blob> {
  const { etape, pause } = suivi
  const lire = createLecteurHttp(base)
  etape('Lecture de l’application')
  const [page, sw, index, modele] = await Promise.all([
    lire(PAGE),
    lire(SW),
    lire(CHEMIN_INDEX),
    readHeberge(lire)
  ])
  await checkVersion(sw, [
    [PAGE, page],
    [CHEMIN_INDEX, index]
  ])
  const fichiers = new Map(textes)
  const lus: string[] = []
  etape('Dessin de la première image')
  const { renderPremiereVue } = await importRendu(modele, base)
  await pause()
  // The rules that its elements need are in the page: they are of its layout, not of its data.
  const { html } = await renderPremiereVue(async (chemin) => {
    lus.push(chemin)
    return fichiers.get(chemin) ?? lire(chemin)
  })
  await pause()
  fichiers.set(PAGE, fillLus(fillPremiere(page, html), lus))
  fichiers.set(SW, writePrecache(sw, await Promise.all([...fichiers].map(weigh))))
  return zip(fichiers, suivi)
}

/** What this page was made of has to be what the server has now: a page kept offline can be older. */
async function checkVersion(sw: string, textes: readonly [url: string, texte: string][]): Promise<void> {
  const gardes = listPrecache(sw)
  if (!gardes.has(PAGE))
    throw new ErreurDeLecture(SW, 'Cette adresse n’a pas de copie hors connexion à tenir à jour.')
  for (const texte of textes) {
    const { url, integrite } = await weigh(texte)
    if (gardes.get(url) !== integrite)
      throw new ErreurDeLecture(
        url,
        'Une autre version de la carte est en ligne\u00A0: recharger la page, l’appliquer si elle est proposée, puis recommencer.'
      )
  }
}

async function weigh([url, texte]: readonly [url: string, texte: string]): Promise<FichierGarde> {
  const { subtle } = crypto
  // Only a secure address has it; nothing is kept offline elsewhere either.
  if (!(subtle as SubtleCrypto | undefined))
    throw new ErreurDeLecture(url, 'Ouvrir la carte à son adresse en https, puis recommencer.')
  const somme = new Uint8Array(await subtle.digest('SHA-256', strToU8(texte) as Uint8Array<ArrayBuffer>))
  return { url, integrite: `sha256-${btoa(String.fromCharCode(...somme))}` }
}

/** The service worker comes last, as it does on the server: it announces the others. */
async function zip(fichiers: ReadonlyMap<string, string>, { etape, pause }: Suivi): Promise<Blob> {
  const contenu: Zippable = {}
  for (const [chemin, texte] of fichiers) {
    etape(`Compression de ${chemin}`)
    await pause()
    const octets = strToU8(texte)
    contenu[`${chemin}.br`] = [await compressBrotli(octets), { level: 0 }]
    contenu[`${chemin}.gz`] = [gzipSync(octets, { level: 9, mtime: 0 }), { level: 0 }]
    contenu[chemin] = octets
  }
  etape('Écriture de l’archive')
  await pause()
  const octets = zipSync(contenu, { level: 9 }) as Uint8Array<ArrayBuffer>
  return new Blob([octets], { type: 'application/zip' })
}

/** By the browser where it knows how to; else a valid stream that is as long as the file. */
async function compressBrotli(octets: Uint8Array): Promise<Uint8Array> {
  try {
    const flux = new CompressionStream('brotli' as CompressionFormat)
    const corps = new Blob([octets as Uint8Array<ArrayBuffer>]).stream().pipeThrough(flux)
    return new Uint8Array(await new Response(corps).arrayBuffer())
  } catch {
    return storeBrotli(octets)
  }
}
