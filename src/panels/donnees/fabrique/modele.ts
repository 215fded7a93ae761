import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate'
import { checkExport } from '../../../data/charger'
import { ErreurDeLecture, isAbsent, type LireTexte } from '../../../data/lecture'
import { joinSquelette, listFichiers, SQUELETTE } from '../../../data/page'

/** Where the hosted app has the file that it fills with other data. */
const MODELE = 'carte-fne.html'
/** What draws the first picture, carried by every such file (src/app/prerendu.ts, built for the server). */
const RENDU = 'prerendu.mjs'

interface Rendu {
  readonly renderPremiereVue: (lire: LireTexte) => Promise<{ html: string }>
}

export interface Modele {
  /** The page, with or without its files. */
  readonly page: string
  /** Gzip in base64, by path. */
  readonly fichiers: ReadonlyMap<string, string>
  /** Beside the hosted app lies what draws the picture: its policy lets programs come from its address alone. */
  readonly heberge: boolean
}

/** A page that is such a file, put together again from its own elements; null where it is none. */
export function readPage(page: Document): Modele | null {
  const fichiers = new Map(
    [...page.querySelectorAll<HTMLElement>('script[data-fichier]')].map((element) => [
      element.dataset['fichier'] ?? '',
      element.textContent ?? ''
    ])
  )
  const squelette = fichiers.get(SQUELETTE)
  if (squelette === undefined) return null
  return {
    page: joinSquelette(
      decode(squelette),
      (n) => page.querySelector(`[data-element="${n}"]`)?.outerHTML ?? ''
    ),
    fichiers,
    heberge: false
  }
}

/** The file that is published beside the hosted app. @throws {ErreurDeLecture} where there is none */
export async function readHeberge(lire: LireTexte): Promise<Modele> {
  try {
    const page = await lire(MODELE)
    const fichiers = listFichiers(page)
    // Servers that answer any address with the app's own page.
    if (!fichiers.has(RENDU)) throw new ErreurDeLecture(MODELE, '', { absent: true })
    return { page, fichiers, heberge: true }
  } catch (cause) {
    if (!isAbsent(cause)) throw cause
    throw new ErreurDeLecture(
      MODELE,
      'Cette adresse n’a pas le fichier unique à remplir\u00A0: la personne qui publie la carte peut l’y ajouter.',
      { cause }
    )
  }
}

/**
 * What draws the first picture of other data: beside the hosted app, or carried by the file as a text.
 * @param base address that the app's files are relative to
 */
export async function importRendu({ heberge, fichiers }: Modele, base: string): Promise<Rendu> {
  if (heberge) return load(new URL(RENDU, base).href)
  const module = decode(fichiers.get(RENDU) ?? '')
  const adresse = URL.createObjectURL(new Blob([module], { type: 'text/javascript' }))
  try {
    return await load(adresse)
  } finally {
    URL.revokeObjectURL(adresse)
  }
}

const load = (adresse: string) =>
  // eslint-disable-next-line maison/pieces -- a file or a text of its own: no room of this program
  checkExport(import(/* @vite-ignore */ adresse) as Promise<Rendu>, 'renderPremiereVue')

/** Characters a call: more arguments than a stack holds would throw. */
const BLOC = 8192

/** As {@link createLecteurEmbarque} reads it. */
export function encode(texte: string): string {
  const octets = gzipSync(strToU8(texte), { level: 9, mtime: 0 })
  let binaire = ''
  for (let i = 0; i < octets.length; i += BLOC)
    binaire += String.fromCharCode(...octets.subarray(i, i + BLOC))
  return btoa(binaire)
}

export const decode = (base64: string) =>
  strFromU8(gunzipSync(Uint8Array.from(atob(base64), (lettre) => lettre.charCodeAt(0))))
