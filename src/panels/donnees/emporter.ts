import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate'
import type { Depot } from '../../data/depot'
import {
  cheminChiffres,
  cheminEcartsConnus,
  cheminGouvernances,
  CHEMIN_INDEX,
  type EntreeInstantane,
  type InstantaneDisponible
} from '../../data/instantanes'
import { ErreurDeLecture, isAbsent, type LireTexte } from '../../data/lecture'
import { embedFichiers, fillPremiere, joinSquelette, listFichiers, SQUELETTE } from '../../data/page'

/** Where the hosted app has the file that it fills with other data. */
const MODELE = 'carte-fne.html'
/** What draws the first picture, carried by every such file (src/app/prerendu.ts, built for the server). */
const RENDU = 'prerendu.mjs'

interface Rendu {
  readonly renderPremiereVue: (lire: LireTexte) => Promise<{ html: string }>
}

interface Modele {
  /** The page, with or without its files. */
  readonly page: string
  /** Gzip in base64, by path. */
  readonly fichiers: ReadonlyMap<string, string>
  /** Beside the hosted app lies what draws the picture: its policy lets programs come from its address alone. */
  readonly heberge: boolean
}

/** What there is to take along. */
export interface Bagage {
  readonly instantanes: readonly InstantaneDisponible[]
  /** The snapshot that the file opens with. */
  readonly affiche: InstantaneDisponible | null
  readonly depot: Depot
  readonly lire: LireTexte
}

/**
 * The whole app as one file with all snapshots that this page can show, imported ones too, and its first picture drawn
 * from them. Made from the page itself where that is such a file, else from the one beside the hosted app.
 * @throws {ErreurDeLecture} where a file cannot be had; Error where the data cannot be drawn
 */
export async function buildFichierSeul({ instantanes, affiche, depot, lire }: Bagage): Promise<string> {
  const modele = readPage(document) ?? (await readHeberge(lire))
  const fichiers = new Map([...modele.fichiers].filter(([chemin]) => !/^donnees\/\d{4}-/.test(chemin)))
  for (const instantane of instantanes) {
    for (const [chemin, texte] of await readInstantane(instantane, depot, lire))
      fichiers.set(chemin, encode(texte))
  }
  const index = instantanes.map(({ cle, date, titre, local }): EntreeInstantane => {
    return {
      date,
      titre,
      ...(local ? { cle, local } : {}),
      ...(cle === affiche?.cle ? { affiche: true } : {})
    }
  })
  fichiers.set(CHEMIN_INDEX, encode(JSON.stringify({ instantanes: index }, null, 2)))
  const lireFichiers: LireTexte = async (chemin) => {
    const base64 = fichiers.get(chemin)
    if (base64 === undefined)
      throw new ErreurDeLecture(chemin, 'Le fichier n’est pas dans cette page.', { absent: true })
    return decode(base64)
  }
  const { renderPremiereVue } = await (modele.heberge
    ? importRendu(new URL(RENDU, document.baseURI).href)
    : loadRendu(await lireFichiers(RENDU)))
  // The rules that its elements need are in the page: they are of its layout, not of its data.
  const { html } = await renderPremiereVue(lireFichiers)
  return embedFichiers(fillPremiere(modele.page, html), fichiers)
}

/** A page that is such a file, put together again from its own elements; null where it is none. */
function readPage(page: Document): Modele | null {
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

async function readHeberge(lire: LireTexte): Promise<Modele> {
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

/** The files of one snapshot, by their paths. */
async function readInstantane(
  { cle, local, embarque }: InstantaneDisponible,
  depot: Depot,
  lire: LireTexte
): Promise<[chemin: string, texte: string][]> {
  const garde = local && !embarque ? await depot.read(cle) : undefined
  const base = garde ? garde.base : cle
  const chiffres = garde?.chiffres ?? (base === null ? null : await lire(cheminChiffres(base)))
  const ecarts = base === null ? null : await readFacultatif(lire, cheminEcartsConnus(base))
  return [
    [cheminGouvernances(cle), garde?.gouvernances ?? (await lire(cheminGouvernances(cle)))],
    ...(chiffres === null ? [] : [[cheminChiffres(cle), chiffres] as [string, string]]),
    ...(ecarts === null ? [] : [[cheminEcartsConnus(cle), ecarts] as [string, string]])
  ]
}

async function readFacultatif(lire: LireTexte, chemin: string): Promise<string | null> {
  try {
    return await lire(chemin)
  } catch (erreur) {
    if (isAbsent(erreur)) return null
    throw erreur
  }
}

// eslint-disable-next-line maison/pieces -- a file or a text of its own: no room of this program
const importRendu = (adresse: string) => import(/* @vite-ignore */ adresse) as Promise<Rendu>

async function loadRendu(module: string): Promise<Rendu> {
  const adresse = URL.createObjectURL(new Blob([module], { type: 'text/javascript' }))
  try {
    return await importRendu(adresse)
  } finally {
    URL.revokeObjectURL(adresse)
  }
}

/** Characters a call: more arguments than a stack holds would throw. */
const BLOC = 8192

function encode(texte: string): string {
  const octets = gzipSync(strToU8(texte), { level: 9, mtime: 0 })
  let binaire = ''
  for (let i = 0; i < octets.length; i += BLOC)
    binaire += String.fromCharCode(...octets.subarray(i, i + BLOC))
  return btoa(binaire)
}

const decode = (base64: string) =>
  strFromU8(gunzipSync(Uint8Array.from(atob(base64), (lettre) => lettre.charCodeAt(0))))
