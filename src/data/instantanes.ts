import type { Schema } from '@cfworker/json-schema'
import type { Chiffres } from '../domain/chiffres/chiffres'
import type { SignatureEcart } from '../domain/reconciliation/ecarts'
import type { Lecture, Probleme } from '../domain/texte/probleme'
import type { Instantane } from '../domain/territoire/territoire'
import { parseChiffres } from './chiffres'
import { parseGouvernances } from './gouvernances'
import { isAbsent, read, type LireTexte } from './lecture'
import { createLecteurListe } from './listeJson'
import { parseTopologie, type Contours } from './topologie'

/** Where the data lie, relative to the page. */
export const CHEMIN_INDEX = 'donnees/index.json'
export const CHEMIN_CONTOURS = 'geo/territoires.topo.json'
export const cheminGouvernances = (date: string) => `donnees/${date}/gouvernances.csv`
export const cheminChiffres = (date: string) => `donnees/${date}/chiffres.json`
export const cheminEcartsConnus = (date: string) => `donnees/${date}/ecarts-connus.json`

export interface EntreeInstantane {
  /** ISO date: the name of the folder and of the snapshot. */
  readonly date: string
  readonly titre: string
}

/** One snapshot that can be shown: shipped with the app, or kept on this machine. */
export interface InstantaneDisponible extends EntreeInstantane {
  /** What the address bar calls it: the date, or for a local one the date, '~' and a name. */
  readonly cle: string
  readonly local: boolean
}

/** All that belongs to one snapshot, as far as it could be read. */
export interface DonneesInstantane {
  readonly instantane: Instantane | null
  /** null: the figures could not be read at all. */
  readonly chiffres: Partial<Chiffres> | null
  readonly ecartsConnus: readonly SignatureEcart[]
  readonly problemes: readonly Probleme[]
}

const parseIndex = createLecteurListe<EntreeInstantane>('instantanes', {
  type: 'object',
  required: ['date', 'titre'],
  properties: {
    date: {
      type: 'string',
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      description: 'C’est le nom du dossier de l’instantané : « 2024-12-06 » pour le 6 décembre 2024.'
    },
    titre: {
      type: 'string',
      minLength: 1,
      description: 'Il nomme l’instantané à l’écran : « Décembre 2024 ».'
    }
  }
})

/** The list of shipped snapshots, the latest last; entries that cannot be read are left out and told. */
export function loadIndex(lire: LireTexte): Promise<Lecture<readonly EntreeInstantane[]>> {
  return read(lire, CHEMIN_INDEX, (texte, fichier) => {
    const { valeur, problemes } = parseIndex(texte, fichier)
    if (valeur && valeur.length > 0)
      return { valeur: [...valeur].sort((a, b) => (a.date < b.date ? -1 : 1)), problemes }
    if (problemes.length > 0) return { valeur: null, problemes }
    const message = 'La liste des instantanés est vide\u202F: il y faut une date et un titre par instantané.'
    return { valeur: null, problemes: [{ fichier, ligne: 1, colonne: 1, message, gravite: 'erreur' }] }
  })
}

/** The territories of one snapshot. */
export async function loadInstantane(lire: LireTexte, date: string): Promise<Lecture<Instantane>> {
  const { valeur, problemes } = await read(lire, cheminGouvernances(date), parseGouvernances)
  return { valeur: valeur && { date, territoires: valeur }, problemes }
}

/** The national figures of one snapshot; what could not be read is left out. */
export function loadChiffres(lire: LireTexte, date: string): Promise<Lecture<Partial<Chiffres>>> {
  return read(lire, cheminChiffres(date), (texte, fichier) => parseChiffres(texte, { fichier }))
}

const NOMBRE_OU_NULL: Schema = {
  type: ['number', 'null'],
  description: 'C’est le nombre que dit l’écart, ou null s’il n’en dit pas.'
}

const parseEcartsConnus = createLecteurListe<SignatureEcart>('ecarts', {
  type: 'object',
  required: ['code', 'annonce', 'compte', 'territoires'],
  properties: {
    code: {
      type: 'string',
      minLength: 1,
      description: 'La commande « npm run verify » dit le code de chaque écart.'
    },
    annonce: NOMBRE_OU_NULL,
    compte: NOMBRE_OU_NULL,
    territoires: { type: 'array', items: { type: 'string', description: 'C’est le code d’un territoire.' } }
  }
})

/**
 * The discrepancies of one snapshot that are known and explained; none where there is no such file. Where the file
 * cannot be read it is told: else what is known would be shown as new, without a word.
 */
export async function loadEcartsConnus(
  lire: LireTexte,
  date: string
): Promise<Lecture<readonly SignatureEcart[]>> {
  return read(
    async (chemin) => {
      try {
        return await lire(chemin)
      } catch (erreur) {
        if (isAbsent(erreur)) return '{ "ecarts": [] }'
        throw erreur
      }
    },
    cheminEcartsConnus(date),
    parseEcartsConnus
  )
}

/** The files of one shipped snapshot, read together. Never rejects. */
export async function loadDonnees(lire: LireTexte, date: string): Promise<DonneesInstantane> {
  const [instantane, chiffres, ecartsConnus] = await Promise.all([
    loadInstantane(lire, date),
    loadChiffres(lire, date),
    loadEcartsConnus(lire, date)
  ])
  return {
    instantane: instantane.valeur,
    chiffres: chiffres.valeur,
    ecartsConnus: ecartsConnus.valeur ?? [],
    problemes: [...instantane.problemes, ...chiffres.problemes, ...ecartsConnus.problemes]
  }
}

/** The outlines. */
export function loadContours(lire: LireTexte): Promise<Lecture<Contours>> {
  return read(lire, CHEMIN_CONTOURS, parseTopologie)
}
