import { readFileSync } from 'node:fs'
import { DATE_FIGEE, readFige } from '../fixtures/figes'
import { parseChiffres } from '../../src/data/chiffres'
import { parseGouvernances } from '../../src/data/gouvernances'
import type { Contours } from '../../src/data/topologie'
import { buildContours } from '../../src/data/topologie'
import { toFiguresAnnoncees } from '../../src/domain/chiffres/figuresAnnoncees'
import type { Instantane } from '../../src/domain/territoire/territoire'

/** The frozen files, read as the app reads them: what the tests derive their facts from. */
export const DATE = DATE_FIGEE

export const TEXTE_CSV = readFige(`donnees/${DATE}/gouvernances.csv`)
export const TEXTE_CHIFFRES = readFige(`donnees/${DATE}/chiffres.json`)
/** The deck's own text. */
export const TEXTE_SOURCE = readFileSync('docs/source/table-ronde-2024-12.md', 'utf8')

export const LECTURE = parseGouvernances(TEXTE_CSV, 'gouvernances.csv')
export const INSTANTANE: Instantane = { date: DATE, territoires: LECTURE.valeur ?? [] }
export const CHIFFRES = parseChiffres(TEXTE_CHIFFRES, { fichier: 'chiffres.json' }).valeur ?? {}
export const FIGURES = toFiguresAnnoncees(CHIFFRES)

/** The shipped outlines. */
export const CONTOURS = buildContours(
  JSON.parse(readFileSync('static/geo/territoires.topo.json', 'utf8')),
  'territoires.topo.json'
).valeur as Contours
