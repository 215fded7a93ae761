import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { toEcartsConnus } from '../src/data/ecrireEcarts'
import { loadChiffres, loadEcartsConnus, loadIndex, loadInstantane } from '../src/data/instantanes'
import type { LireTexte } from '../src/data/lecture'
import { isEcartConnu, listEcarts, type Ecart } from '../src/domain/reconciliation/ecarts'
import { toFiguresAnnoncees } from '../src/domain/chiffres/figuresAnnoncees'
import { formatProbleme } from '../src/domain/texte/probleme'
import { computeBilan, type Bilan } from '../src/domain/reconciliation/reconciliation'
import { TYPES_COPORTEUR } from '../src/domain/territoire/territoire'
import { checkDossier, isDossier, readTexte, tellAutreDate } from './dossier'
import { normaliser } from './normaliser'
import { formatBilan } from './tableauBilan'

const USAGE = `Usage : npm run --silent verify -- [DOSSIER] [--json | --ecarts] [--normaliser]
Valide les fichiers d’un instantané, et réconcilie les chiffres annoncés par la source et ceux que donnent les territoires.
DOSSIER   un instantané (gouvernances.csv, chiffres.json) ; par défaut, le dernier livré avec l’application
--json    la réconciliation, pour un programme
--ecarts  les écarts trouvés, dans la forme d’ecarts-connus.json : à relire un par un avant de les y écrire
--normaliser  réécrit d’abord gouvernances.csv, tel que le tableur l’a laissé, dans sa forme de référence
Code de sortie 0 : tout écart est connu et expliqué ; 1 : les fichiers sont incorrects ou contredisent la source autrement.`

const STATIC = resolve(import.meta.dirname, '../static')

/** Reads from the disk; `donnees/DATE/…` is taken in the folder given, when there is one. */
const createLecteur =
  (dossier: string | null): LireTexte =>
  (chemin) =>
    readTexte(
      dossier && /^donnees\/[^/]+\//.test(chemin) ? join(dossier, basename(chemin)) : join(STATIC, chemin)
    )

/** The machine-readable reconciliation; its shape is a promise to scripts, its keys do not change. */
export function toJson(bilan: Bilan, ecarts: readonly Ecart[]): unknown {
  const { gouvernances, feuillesDeRoute } = bilan
  return {
    territoires: bilan.territoires,
    gouvernances: { remontees: gouvernances.remontees, nonRemontees: gouvernances.nonRemontees },
    feuillesDeRoute: {
      remontees: feuillesDeRoute.remontees,
      manquantes: feuillesDeRoute.manquantes,
      dontSansGouvernance: feuillesDeRoute.dontSansGouvernance
    },
    coporteurs: Object.fromEntries(TYPES_COPORTEUR.map((type) => [type, bilan.coporteurs[type]])),
    ecarts: ecarts.map(({ code, message }) => ({ code, message }))
  }
}

/**
 * The whole program.
 * @returns the exit code: 0 when every discrepancy is known and explained, 1 otherwise
 */
export async function verify(args: readonly string[]): Promise<number> {
  let options: { json?: boolean; ecarts?: boolean; normaliser?: boolean; help?: boolean }
  let dossier: string | undefined
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        ecarts: { type: 'boolean' },
        normaliser: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' }
      }
    })
    options = values
    if (positionals.length > 1) throw new Error('one folder at a time')
    dossier = positionals[0] && resolve(positionals[0])
    if (options.normaliser && !dossier) throw new Error('a folder to be written is named')
  } catch {
    console.error(USAGE)
    return 1
  }
  if (options.help) {
    console.log(USAGE)
    return 0
  }
  if (options.normaliser && dossier && !(await normaliser(dossier))) return 1
  const lire = createLecteur(dossier ?? null)
  const duDossier = dossier ? await checkDossier(dossier) : []
  const index = dossier ? null : await loadIndex(lire)
  const date = dossier ? (await isDossier(dossier)) && basename(dossier) : index?.valeur?.at(-1)?.date
  const [instantane, chiffres, connus] = date
    ? await Promise.all([loadInstantane(lire, date), loadChiffres(lire, date), loadEcartsConnus(lire, date)])
    : [null, null, null]
  const datee = chiffres?.valeur?.instantane
  const problemes = [
    ...duDossier,
    ...(date && datee && datee !== date ? [tellAutreDate(datee)] : []),
    ...[index, instantane, chiffres, connus].flatMap((lecture) => lecture?.problemes ?? [])
  ]
  for (const probleme of problemes) console.error(formatProbleme(probleme))
  if (!instantane?.valeur) return 1

  const figures = toFiguresAnnoncees(chiffres?.valeur ?? {})
  const bilan = computeBilan(instantane.valeur, figures)
  const ecarts = listEcarts(instantane.valeur, bilan, figures)
  const nouveaux = ecarts.filter((ecart) => !isEcartConnu(ecart, connus?.valeur ?? []))
  if (options.json) console.log(JSON.stringify(toJson(bilan, ecarts), null, 2))
  else if (options.ecarts) console.log(JSON.stringify(toEcartsConnus(ecarts), null, 2))
  else console.log(formatBilan(instantane.valeur, bilan, ecarts, nouveaux))
  for (const { code, message } of nouveaux) console.error(`Écart nouveau (${code})\u00A0: ${message}`)
  return nouveaux.length > 0 || problemes.some(({ gravite }) => gravite === 'erreur') ? 1 : 0
}
