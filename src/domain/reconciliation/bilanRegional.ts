import type { ChiffresLus } from '../chiffres/chiffres'
import type { CitationDeFait } from '../chiffres/citations'
import { computeFiabilite, type Fiabilite } from '../texte/fiabilite'
import { foldNom, formatListe, quote, typographier } from '../texte/francais'
import { LIBELLES_COPORTEUR } from '../texte/libelles'
import { nameTerritoire, type Region } from '../territoire/referentiel'
import { TYPES_COPORTEUR, type Territoire, type TypeCoporteur } from '../territoire/territoire'

/** The territories of a set that one type bears, with how far each can be trusted. */
export interface CoporteurRegional {
  readonly type: TypeCoporteur
  /** All that this type bears, in the order given. */
  readonly territoires: readonly Territoire[]
  /** How many of them are stated, deduced or contradictory; what is zero is left out. */
  readonly fiabilites: readonly { readonly fiabilite: Fiabilite; readonly nombre: number }[]
}

const FIABILITES: readonly Fiabilite[] = ['cite', 'deduit', 'contradictoire']

/** The types that bear at least one of the territories, in the source's order; a territory with two counts in both. */
export function listCoporteurs(territoires: readonly Territoire[]): CoporteurRegional[] {
  return TYPES_COPORTEUR.map((type) => {
    const siens = territoires.filter(({ gouvernance }) => gouvernance.coporteurs.includes(type))
    const fiabilites = FIABILITES.map((fiabilite) => ({
      fiabilite,
      nombre: siens.filter((t) => computeFiabilite(t) === fiabilite).length
    })).filter(({ nombre }) => nombre > 0)
    return { type, territoires: siens, fiabilites }
  }).filter(({ territoires: siens }) => siens.length > 0)
}

/** Where the source itself names a region. */
export interface PlaceDansLaSource {
  /** A French sentence. */
  readonly phrase: string
  readonly citations: readonly CitationDeFait[]
}

/**
 * Where the source names a region as such: among the co-bearers ('Bretagne', 'Corse') and as a line of its list of
 * missing roadmaps. Null where neither could be read.
 */
export function findPlaceDansLaSource(
  region: Region,
  { gouvernances, feuillesDeRoute }: ChiffresLus
): PlaceDansLaSource | null {
  if (!gouvernances && !feuillesDeRoute) return null
  const coporteurs = (gouvernances?.coporteurs ?? []).flatMap(({ type, cites }) =>
    (cites?.territoires ?? [])
      .filter(({ texte }) => foldNom(texte) === foldNom(region.nom))
      .map(({ texte, codes }) => ({ type, texte, codes, source: cites?.source ?? '' }))
  )
  const ligne = feuillesDeRoute?.manquantes.regions.find((candidate) => candidate.region === region.code)
  const places = [
    ...coporteurs.map(({ type }) => `parmi les coporteurs, sous ${quote(LIBELLES_COPORTEUR[type])}`),
    ...(ligne ? ['dans sa liste des feuilles de route manquantes'] : [])
  ]
  const phrase =
    places.length === 0
      ? 'La source ne nomme cette région ni parmi les coporteurs, ni dans sa liste des feuilles de route manquantes.'
      : `La source nomme ${quote(region.nom)} ${formatListe(places)}.`
  return {
    phrase: typographier(phrase),
    citations: [
      ...coporteurs.map(({ type, texte, codes, source }) => ({
        fait: typographier(`Coporteur : ${LIBELLES_COPORTEUR[type]}`),
        lecture: codes.length > 1 ? explainMention(texte, codes) : null,
        source
      })),
      ...(ligne && feuillesDeRoute
        ? [
            {
              fait: 'Feuilles de route',
              lecture: typographier(`Dans la liste des ${feuillesDeRoute.manquantes.texte}.`),
              source: `${feuillesDeRoute.manquantes.source}\n${ligne.source}`
            }
          ]
        : [])
    ]
  }
}

/** A name of the source that stands for several territories: reading it so is ours, and is told. */
function explainMention(texte: string, codes: readonly string[]): string {
  const noms = codes.map(nameTerritoire)
  return typographier(`${quote(texte)} est lu ici comme ${formatListe(noms)}.`)
}
