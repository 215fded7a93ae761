import type { ChiffresLus, RegionSansFeuille } from '../chiffres/chiffres'
import type { Ecart } from './ecarts'
import type { Filtre } from '../vue/filtres'
import { foldNom, formatCompte, formatListe, formatNombre, typographier } from '../texte/francais'
import { LIBELLES_COPORTEUR } from '../texte/libelles'
import type { CarteDeLigne, LigneReconciliation, Verdict } from './ligne'
import { listLignesPlan } from './lignesPlan'
import type { Bilan } from './reconciliation'
import { findRegion, findTerritoireRef, nameTerritoire } from '../territoire/referentiel'
import { groupByRegion } from '../territoire/requetes'
import {
  computeEtatFeuille,
  hasFeuilleDeRoute,
  TYPES_COPORTEUR,
  type Instantane,
  type TypeCoporteur
} from '../territoire/territoire'

export interface GroupeReconciliation {
  readonly cle: 'gouvernances' | 'coporteurs' | 'feuilles' | 'regions' | 'contradictions' | 'plan'
  readonly titre: string
  readonly lignes: readonly LigneReconciliation[]
}

interface Sources {
  readonly instantane: Instantane
  readonly bilan: Bilan
  readonly ecarts: readonly Ecart[]
  readonly chiffres: ChiffresLus
}

/**
 * Every figure that the source of a snapshot states, beside what the snapshot adds up to. Each discrepancy of the
 * snapshot is on exactly one line. Groups with no line are left out.
 */
export function listReconciliation(sources: Sources): GroupeReconciliation[] {
  const groupes: GroupeReconciliation[] = [
    { cle: 'gouvernances', titre: 'Gouvernances', lignes: listGouvernances(sources) },
    { cle: 'coporteurs', titre: 'Coporteurs', lignes: listCoporteurs(sources) },
    {
      cle: 'contradictions',
      titre: 'Où la source se contredit',
      lignes: sources.ecarts.filter(({ code }) => code.startsWith('contradiction-')).map(buildContradiction)
    },
    { cle: 'feuilles', titre: 'Feuilles de route', lignes: listFeuilles(sources) },
    {
      cle: 'regions',
      titre: 'Feuilles de route manquantes, région par région',
      lignes: listRegions(sources)
    },
    { cle: 'plan', titre: 'Le plan national', lignes: listLignesPlan(sources.chiffres) }
  ]
  return groupes
    .filter(({ lignes }) => lignes.length > 0)
    .map((groupe) => ({
      ...groupe,
      lignes: groupe.lignes.map((ligne) => ({ ...ligne, explication: typographier(ligne.explication) }))
    }))
}

const pick = (ecarts: readonly Ecart[], ...codes: string[]) =>
  ecarts.filter(({ code }) => codes.includes(code))

const onMap = (vue: CarteDeLigne['vue'], ...filtre: Filtre[]): CarteDeLigne => ({ vue, filtre, region: null })

/** A figure beside a count of the same thing; the discrepancies, where there are some, take the sentence's place. */
function compare(
  [cle, libelle]: readonly [cle: string, libelle: string],
  [annonce, compte]: readonly [annonce: number | null, compte: number],
  ecarts: readonly Ecart[],
  carte: CarteDeLigne | null,
  accord = 'Le fichier compte ce que la source annonce.'
): LigneReconciliation {
  const verdict = ecarts.length > 0 ? 'ecart' : annonce === null ? 'non-annonce' : 'concorde'
  return {
    cle,
    libelle,
    annonce: annonce === null ? null : formatNombre(annonce),
    compte: formatNombre(compte),
    verdict,
    explication: { ecart: '', concorde: accord, 'non-annonce': 'La source n’annonce pas ce nombre.' }[
      verdict
    ],
    ecarts,
    origines: null,
    carte
  }
}

function listGouvernances({ instantane, bilan, ecarts, chiffres }: Sources): LigneReconciliation[] {
  const { annonce, remontees, nonRemontees } = bilan.gouvernances
  const nommees = chiffres.gouvernances?.nonRemontees.territoires.flatMap(({ codes }) => codes).length ?? null
  return [
    compare(
      ['gouvernances', 'Gouvernances remontées'],
      [annonce, remontees],
      pick(ecarts, 'gouvernances-remontees'),
      onMap('coporteurs', 'avec-gouvernance')
    ),
    compare(
      ['non-remontees', 'Gouvernances non remontées (la source les nomme)'],
      [nommees, nonRemontees.length],
      pick(ecarts, 'liste-non-remontees'),
      onMap('coporteurs', 'sans-gouvernance'),
      `Ce sont les mêmes territoires ; avec les gouvernances remontées, cela en fait ${formatNombre(instantane.territoires.length)}.`
    )
  ]
}

function listCoporteurs({ bilan, ecarts }: Sources): LigneReconciliation[] {
  const lignes = TYPES_COPORTEUR.map((type) => compareType(type, bilan, ecarts))
  const { sommeAnnoncee, gouvernances } = bilan
  if (sommeAnnoncee === null || gouvernances.annonce === null) return lignes
  const somme = compare(
    ['somme', 'Somme des types, pour les gouvernances annoncées'],
    [gouvernances.annonce, sommeAnnoncee],
    pick(ecarts, 'somme-coporteurs'),
    onMap('coporteurs', 'avec-gouvernance'),
    'Les effectifs par type font le nombre des gouvernances.'
  )
  return [...lignes, somme]
}

function compareType(type: TypeCoporteur, bilan: Bilan, ecarts: readonly Ecart[]): LigneReconciliation {
  const { annonce, cites, deduits } = bilan.coporteurs[type]
  return {
    ...compare(
      [type, LIBELLES_COPORTEUR[type]],
      [annonce, cites.length + deduits.length],
      pick(ecarts, `coporteurs-${type}`, `liste-${type}`),
      onMap('coporteurs', type),
      deduits.length > 0
        ? `Le compte est celui de la source, mais ${formatCompte(deduits.length, 'territoire y est déduit', 'territoires y sont déduits')} par élimination.`
        : 'La source nomme autant de territoires qu’elle en annonce.'
    ),
    origines: { cites: cites.length, deduits: deduits.length }
  }
}

const buildContradiction = (ecart: Ecart): LigneReconciliation => ({
  cle: ecart.code,
  libelle: ecart.territoires.map(nameTerritoire).join(', '),
  annonce: null,
  compte: null,
  verdict: 'ecart',
  explication: '',
  ecarts: [ecart],
  origines: null,
  carte: null
})

function listFeuilles({ instantane, bilan, ecarts }: Sources): LigneReconciliation[] {
  const { annonce, remontees, annonceManquantes, manquantes, dontSansGouvernance, annoncees } =
    bilan.feuillesDeRoute
  const connues = instantane.territoires
    .flatMap(({ feuillesDeRoute }) => feuillesDeRoute)
    .filter(({ etat }) => etat !== 'non_remontee').length
  const sansLieu = instantane.territoires.every((t) => computeEtatFeuille(t) !== 'annoncee')
  return [
    compare(
      ['feuilles', 'Territoires avec une feuille de route remontée'],
      [annonce, remontees],
      pick(ecarts, 'feuilles-remontees'),
      onMap('feuilles-de-route', 'avec-feuille')
    ),
    compare(
      ['manquantes', 'Feuilles de route manquantes'],
      [annonceManquantes, manquantes.length],
      pick(ecarts, 'feuilles-manquantes', 'liste-sans-feuille'),
      onMap('feuilles-de-route', 'sans-feuille')
    ),
    compare(
      ['manquantes-avec-gouvernance', 'Gouvernances remontées sans feuille de route'],
      [annonceManquantes, manquantes.length - dontSansGouvernance.length],
      pick(ecarts, 'feuilles-manquantes-sans-gouvernance'),
      onMap('feuilles-de-route', 'sans-feuille-avec-gouvernance')
    ),
    {
      ...compare(
        ['annoncees', 'Feuilles de route annoncées'],
        [annoncees, connues],
        [],
        onMap('feuilles-de-route', 'avec-feuille')
      ),
      ...(annoncees === null
        ? {}
        : {
            verdict: annoncees === connues ? 'concorde' : 'autre-compte',
            explication:
              annoncees === connues
                ? 'Le fichier compte autant de feuilles de route, remontées ou annoncées.'
                : `Un territoire peut en annoncer plusieurs : la source en annonce ${formatNombre(annoncees)}${sansLieu ? ' sans dire où' : ''}, le fichier en connaît ${formatNombre(connues)}, ${sansLieu ? 'toutes remontées' : 'remontées ou annoncées'}.`
          })
    }
  ]
}

/** The source's list region by region; and the regions of the file that it leaves out. */
function listRegions({ instantane, chiffres }: Sources): LigneReconciliation[] {
  const { feuillesDeRoute } = chiffres
  if (!feuillesDeRoute) return []
  const groupes = groupByRegion(instantane.territoires.filter((t) => !hasFeuilleDeRoute(t))).map(
    ({ cle, territoires }) => [cle, territoires.map(({ code }) => code).sort()] as const
  )
  const comptes = new Map(groupes)
  const cleOf = ({ region, territoires }: RegionSansFeuille) =>
    region ?? territoires.flatMap(({ codes }) => codes)[0] ?? ''
  const nommes = new Map(
    feuillesDeRoute.manquantes.regions.map(
      (ligne) => [cleOf(ligne), ligne.territoires.flatMap(({ codes }) => codes).sort()] as const
    )
  )
  return [...new Set([...nommes.keys(), ...comptes.keys()])].map((cle) =>
    compareRegion(cle, nommes.get(cle) ?? [], comptes.get(cle) ?? [])
  )
}

function compareRegion(
  cle: string,
  nommes: readonly string[],
  comptes: readonly string[]
): LigneReconciliation {
  const region = findRegion(cle)
  const differents = [
    ...nommes.filter((code) => !comptes.includes(code)),
    ...comptes.filter((code) => !nommes.includes(code))
  ].sort()
  const noms = formatListe(differents.map(nameTerritoire))
  const libelle = region?.nom ?? nameTerritoire(cle)
  const seul =
    nommes.length === 1 && foldNom(findTerritoireRef(nommes[0] ?? '')?.nom ?? '') === foldNom(libelle)
  return {
    cle: `region-${cle}`,
    libelle,
    annonce: formatNombre(nommes.length),
    compte: formatNombre(comptes.length),
    verdict: differents.length > 0 ? 'ecart' : 'concorde',
    explication:
      differents.length > 0
        ? `La source et le fichier n’y nomment pas les mêmes territoires sans feuille de route (${noms}).`
        : seul
          ? 'La source le nomme, et le fichier aussi.'
          : `La source y nomme ${nommes.length > 1 ? 'les mêmes territoires' : 'le même territoire'} que le fichier.`,
    ecarts: [],
    origines: null,
    carte: {
      ...onMap('feuilles-de-route', 'sans-feuille'),
      ...(region ? { region: cle } : { territoire: cle })
    }
  }
}

/** How many lines there are of each verdict. */
export function countVerdicts(groupes: readonly GroupeReconciliation[]): Readonly<Record<Verdict, number>> {
  const comptes = { concorde: 0, ecart: 0, 'autre-compte': 0, 'non-compte': 0, 'non-annonce': 0 }
  for (const { lignes } of groupes) for (const { verdict } of lignes) comptes[verdict]++
  return comptes
}
