import type { Schema } from '@cfworker/json-schema'
import type { SignatureEcart } from '../domain/reconciliation/ecarts'
import { parseChiffres as parseChiffresDe } from './chiffres'
import type { EntreeInstantane } from './instantanes'
import { createLecteurListe } from './listeJson'

/**
 * What reads and checks the files of a snapshot, whoever wrote them: a reader of CSV, a validator of schemas, and a
 * sentence for whatever may be wrong. Loaded for a text that the build has not checked (lectureSure.ts).
 */
export { parseGouvernances } from './gouvernances'
export { explainTopologie } from './topologieEcrite'

export const parseChiffres = (texte: string, fichier: string) => parseChiffresDe(texte, { fichier })

/** The list of the shipped snapshots. */
export const parseIndex = createLecteurListe<EntreeInstantane>('instantanes', {
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
    },
    cle: {
      type: 'string',
      // As src/data/depot.ts makes them: a title may be in any alphabet.
      pattern: '^\\d{4}-\\d{2}-\\d{2}~[^\\s"<>&/\\\\]{1,60}$',
      description: 'C’est le nom du dossier de données locales : « 2025-06-01~point-de-juin ».'
    },
    local: { type: 'boolean', description: 'Il dit si ce sont des données locales.' },
    affiche: { type: 'boolean', description: 'Il dit si c’est l’instantané affiché d’abord.' }
  }
})

const NOMBRE_OU_NULL: Schema = {
  type: ['number', 'null'],
  description: 'C’est le nombre que dit l’écart, ou null s’il n’en dit pas.'
}

/** The discrepancies that are known and explained. */
export const parseEcartsConnus = createLecteurListe<SignatureEcart>('ecarts', {
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
