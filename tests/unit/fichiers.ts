import { readFileSync } from 'node:fs'
import { parseChiffres } from '../../src/data/chiffres'
import { parseGouvernances } from '../../src/data/gouvernances'
import { parseTopologie, type Contours } from '../../src/data/topologie'
import { toFiguresAnnoncees } from '../../src/domain/figuresAnnoncees'
import type { Instantane } from '../../src/domain/territoire'

/** The shipped files, read as the app reads them: what the tests derive their facts from. */
export const DATE = '2024-12-06'
const DOSSIER = new URL(`../../static/donnees/${DATE}/`, import.meta.url)

export const TEXTE_CSV = readFileSync(new URL('gouvernances.csv', DOSSIER), 'utf8')
export const TEXTE_CHIFFRES = readFileSync(new URL('chiffres.json', DOSSIER), 'utf8')
/** The deck's own text. */
export const TEXTE_SOURCE = readFileSync(
  new URL('../../docs/source/table-ronde-2024-12.md', import.meta.url),
  'utf8'
)

export const LECTURE = parseGouvernances(TEXTE_CSV, 'gouvernances.csv')
export const INSTANTANE: Instantane = { date: DATE, territoires: LECTURE.valeur ?? [] }
export const CHIFFRES = parseChiffres(TEXTE_CHIFFRES, { fichier: 'chiffres.json' }).valeur ?? {}
export const FIGURES = toFiguresAnnoncees(CHIFFRES)

/** The shipped outlines. */
export const CONTOURS = parseTopologie(
  readFileSync(new URL('../../static/geo/territoires.topo.json', import.meta.url), 'utf8'),
  'territoires.topo.json'
).valeur as Contours
