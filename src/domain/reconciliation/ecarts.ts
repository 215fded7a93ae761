import { formatCompte, formatListe, formatNombre, INSECABLE, quote, typographier } from '../texte/francais'
import { LIBELLES_COPORTEUR } from '../texte/libelles'
import type { Bilan, FiguresAnnoncees } from './reconciliation'
import { findTerritoireRef } from '../territoire/referentiel'
import { findTerritoire } from '../territoire/requetes'
import {
  findContradiction,
  TYPES_COPORTEUR,
  type Instantane,
  type TypeCoporteur
} from '../territoire/territoire'

/** One place where what the source states and what its territories add up to differ. */
export interface Ecart {
  /** Stable identifier: 'coporteurs-prefecture', 'contradiction-56'… */
  readonly code: string
  readonly annonce: number | null
  readonly compte: number | null
  /** Codes of the territories concerned, sorted. */
  readonly territoires: readonly string[]
  /** One sentence that can be repeated aloud. */
  readonly message: string
}

/** What makes a discrepancy recognisable from one reading to the next; the sentence does not count. */
export type SignatureEcart = Omit<Ecart, 'message'>

const NOMS_ECARTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'gouvernances-remontees': 'Gouvernances remontées',
    'somme-coporteurs': 'Somme des coporteurs',
    'feuilles-remontees': 'Feuilles de route remontées',
    'feuilles-manquantes': 'Feuilles de route manquantes',
    'feuilles-manquantes-sans-gouvernance': 'Feuilles de route manquantes, sans gouvernance',
    'liste-non-remontees': 'Liste des gouvernances non remontées',
    'liste-sans-feuille': 'Liste des feuilles de route manquantes'
  })
)

/** A few words for a discrepancy, from its code alone: a link can name one that this snapshot does not have. */
export function nameEcart(code: string): string {
  return findNomEcart(code) ?? code
}

/** True for the code of a discrepancy that a snapshot can have, whether or not the one in view has it. */
export function isCodeEcart(code: string): boolean {
  return findNomEcart(code) !== undefined
}

function findNomEcart(code: string): string | undefined {
  const type = TYPES_COPORTEUR.find((candidat) => code === `coporteurs-${candidat}`)
  if (type) return LIBELLES_COPORTEUR[type]
  const liste = TYPES_COPORTEUR.find((candidat) => code === `liste-${candidat}`)
  if (liste) return `Liste${INSECABLE}: ${LIBELLES_COPORTEUR[liste]}`
  const territoire = /^contradiction-(\w+)$/.exec(code)?.[1]
  if (territoire) return findTerritoireRef(territoire) && `Contradiction (${territoire})`
  return NOMS_ECARTS.get(code)
}

const sameCodes = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((c, i) => c === b[i])

/** Every discrepancy of a snapshot, computed: it stays true for an imported one. */
export function listEcarts(instantane: Instantane, bilan: Bilan, annonces: FiguresAnnoncees): Ecart[] {
  const noms = (liste: readonly string[]) =>
    formatListe(liste.map((code) => findTerritoire(instantane, code)?.nom ?? code))
  return [
    ...listEcartsTotaux(bilan, noms),
    ...TYPES_COPORTEUR.flatMap((type) => listEcartsCoporteur(type, bilan, noms)),
    ...listContradictions(instantane),
    ...listEcartsListes(bilan, annonces, noms)
  ].map((ecart) => ({ ...ecart, message: typographier(ecart.message) }))
}

type Noms = (codes: readonly string[]) => string

function listEcartsTotaux(bilan: Bilan, noms: Noms): Ecart[] {
  const ecarts: Ecart[] = []
  const { gouvernances, feuillesDeRoute, sommeAnnoncee } = bilan
  if (gouvernances.annonce !== null && gouvernances.annonce !== gouvernances.remontees) {
    ecarts.push({
      code: 'gouvernances-remontees',
      annonce: gouvernances.annonce,
      compte: gouvernances.remontees,
      territoires: gouvernances.nonRemontees,
      message: `La source annonce ${formatCompte(gouvernances.annonce, 'gouvernance remontée', 'gouvernances remontées')} ; le fichier en compte ${formatNombre(gouvernances.remontees)}.`
    })
  }
  if (sommeAnnoncee !== null && gouvernances.annonce !== null && sommeAnnoncee !== gouvernances.annonce) {
    ecarts.push({
      code: 'somme-coporteurs',
      annonce: gouvernances.annonce,
      compte: sommeAnnoncee,
      territoires: [],
      message: `Les effectifs annoncés par type de coporteur font ${formatNombre(sommeAnnoncee)} pour ${formatCompte(gouvernances.annonce, 'gouvernance')}, soit ${formatNombre(Math.abs(sommeAnnoncee - gouvernances.annonce))} de ${sommeAnnoncee > gouvernances.annonce ? 'plus : une gouvernance peut avoir plusieurs coporteurs' : 'moins : des gouvernances ne sont comptées sous aucun type'}.`
    })
  }
  if (feuillesDeRoute.annonce !== null && feuillesDeRoute.annonce !== feuillesDeRoute.remontees) {
    ecarts.push({
      code: 'feuilles-remontees',
      annonce: feuillesDeRoute.annonce,
      compte: feuillesDeRoute.remontees,
      territoires: [],
      message: `La source annonce ${formatCompte(feuillesDeRoute.annonce, 'territoire')} avec une feuille de route remontée ; le fichier en compte ${formatNombre(feuillesDeRoute.remontees)}.`
    })
  }
  const { annonceManquantes, manquantes, dontSansGouvernance } = feuillesDeRoute
  if (annonceManquantes !== null && annonceManquantes !== manquantes.length) {
    ecarts.push({
      code: 'feuilles-manquantes',
      annonce: annonceManquantes,
      compte: manquantes.length,
      territoires: manquantes,
      message: `La source annonce ${formatCompte(annonceManquantes, 'territoire')} sans feuille de route ; le fichier en compte ${formatNombre(manquantes.length)}.`
    })
  }
  if (annonceManquantes !== null && dontSansGouvernance.length > 0) {
    const avec = manquantes.length - dontSansGouvernance.length
    ecarts.push({
      code: 'feuilles-manquantes-sans-gouvernance',
      annonce: annonceManquantes,
      compte: avec,
      territoires: dontSansGouvernance,
      message: `La source parle de ${formatCompte(annonceManquantes, 'gouvernance')} sans feuille de route, mais y compte ${formatCompte(dontSansGouvernance.length, 'territoire')} sans gouvernance remontée (${noms(dontSansGouvernance)}) : parmi les gouvernances remontées, ${formatNombre(avec)} n’ont pas encore de feuille de route.`
    })
  }
  return ecarts
}

function listEcartsCoporteur(type: TypeCoporteur, bilan: Bilan, noms: Noms): Ecart[] {
  const { annonce, cites, deduits } = bilan.coporteurs[type]
  const compte = cites.length + deduits.length
  if (annonce === null || annonce === compte) return []
  const nom = quote(LIBELLES_COPORTEUR[type])
  const doubles = cites.filter((code) => bilan.contradictoires.includes(code))
  const explication =
    deduits.length > 0
      ? cites.length > 0
        ? `la source en cite ${formatNombre(cites.length)}, et ${formatNombre(deduits.length)} sont déduits par élimination`
        : `la source n’en cite aucun, et ${formatNombre(deduits.length)} sont déduits par élimination`
      : `la source en cite ${formatNombre(cites.length)}`
  const suite =
    compte < annonce
      ? explainManque(annonce - compte, deduits.length > 0)
      : explainTrop(compte - annonce, noms, doubles)
  return [
    {
      code: `coporteurs-${type}`,
      annonce,
      compte,
      territoires: compte > annonce && doubles.length > 0 ? doubles : [],
      message: `Pour ${nom}, la source annonce ${formatNombre(annonce)} ; ${explication}${suite}.`
    }
  ]
}

function explainManque(manque: number, deduit: boolean): string {
  const plusieurs = manque > 1
  return deduit
    ? ` : au moins ${formatCompte(manque, 'territoire')} ${plusieurs ? 'ont' : 'a'} donc ce coporteur avec un autre, sans que la source dise ${plusieurs ? 'lesquels' : 'lequel'}`
    : ` : ${formatNombre(manque)} ${plusieurs ? 'ne sont pas nommées' : 'n’est pas nommée'}, et ${plusieurs ? 'restent' : 'reste'} parmi les territoires déduits par élimination`
}

function explainTrop(trop: number, noms: Noms, doubles: readonly string[]): string {
  return doubles.length > 0
    ? `, dont ${quote(noms(doubles))}, que la source cite aussi ailleurs`
    : `, soit ${formatNombre(trop)} de trop, sans explication`
}

function listContradictions(instantane: Instantane): Ecart[] {
  return instantane.territoires.flatMap((territoire): Ecart[] => {
    const contradiction = findContradiction(territoire)
    if (contradiction === null) return []
    const types = formatListe(
      territoire.gouvernance.coporteurs.map((type) => quote(LIBELLES_COPORTEUR[type]))
    )
    const message =
      contradiction === 'uniquement-et-autre'
        ? `La source cite ${quote(territoire.nom)} à la fois sous ${types}, alors que ${quote('uniquement')} exclut tout autre coporteur.`
        : `La source cite ${quote(territoire.nom)} sous ${types}, mais aussi parmi les gouvernances non remontées${territoire.gouvernance.etat === 'en_cours_de_validation' ? `, ${quote('en cours de validation')}` : ''}.`
    return [
      {
        code: `contradiction-${territoire.code}`,
        annonce: null,
        compte: null,
        territoires: [territoire.code],
        message
      }
    ]
  })
}

/** The file against the source's own lists of names, where it gives them. */
function listEcartsListes(bilan: Bilan, annonces: FiguresAnnoncees, noms: Noms): Ecart[] {
  const compare = (
    code: string,
    titre: string,
    liste: readonly string[] | null,
    compte: readonly string[]
  ): Ecart[] => {
    const attendu = [...(liste ?? [])].sort()
    if (liste === null || sameCodes(attendu, compte)) return []
    const differents = [
      ...attendu.filter((c) => !compte.includes(c)),
      ...compte.filter((c) => !attendu.includes(c))
    ].sort()
    return [
      {
        code,
        annonce: attendu.length,
        compte: compte.length,
        territoires: differents,
        message: `${titre} : la liste de la source et le fichier ne nomment pas les mêmes territoires (${noms(differents)}).`
      }
    ]
  }
  return [
    ...TYPES_COPORTEUR.flatMap((type) =>
      compare(
        `liste-${type}`,
        LIBELLES_COPORTEUR[type],
        annonces.cites?.[type] ?? null,
        bilan.coporteurs[type].cites
      )
    ),
    ...compare(
      'liste-non-remontees',
      'Gouvernances non remontées',
      annonces.nonRemontees,
      bilan.gouvernances.nonRemontees
    ),
    ...compare(
      'liste-sans-feuille',
      'Feuilles de route manquantes',
      annonces.sansFeuille,
      bilan.feuillesDeRoute.manquantes
    )
  ]
}

/** True when the discrepancy is, to the figure and the territory, one that is known and explained. */
export function isEcartConnu(ecart: Ecart, connus: readonly SignatureEcart[]): boolean {
  return connus.some(
    (connu) =>
      connu.code === ecart.code &&
      connu.annonce === ecart.annonce &&
      connu.compte === ecart.compte &&
      sameCodes([...connu.territoires].sort(), ecart.territoires)
  )
}
