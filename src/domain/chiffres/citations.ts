import type { ChiffresLus, Mention } from './chiffres'
import { quote, typographier } from '../texte/francais'
import { LIBELLES_COPORTEUR } from '../texte/libelles'
import { hasFeuilleDeRoute, isGouvernanceRemontee, type Territoire } from '../territoire/territoire'

/** A fact about a territory, with the words of the source behind it. */
export interface CitationDeFait {
  /** What is told: 'Coporteur', 'Gouvernance'… */
  readonly fait: string
  /** How one gets from the words to the fact, as a French sentence; null when they say it themselves. */
  readonly lecture: string | null
  /** Verbatim; line breaks separate the lines of the source. */
  readonly source: string
}

const names = (mentions: readonly Mention[], code: string) =>
  mentions.some(({ codes }) => codes.includes(code))

/** The sentences of the source behind what the sheet of a territory says; a section that was not read gives none. */
export function listCitations(territoire: Territoire, chiffres: ChiffresLus): CitationDeFait[] {
  return [
    ...citeGouvernance(territoire, chiffres),
    ...citeCoporteurs(territoire, chiffres),
    ...citeFeuilleDeRoute(territoire, chiffres)
  ].map(({ fait, lecture, source }) => ({ fait, lecture: lecture && typographier(lecture), source }))
}

function citeGouvernance(territoire: Territoire, { gouvernances }: ChiffresLus): CitationDeFait[] {
  if (!gouvernances) return []
  const { nonRemontees, remontees } = gouvernances
  const nommee = nonRemontees.territoires.find((mention) => names([mention], territoire.code))
  if (nommee) {
    return [
      {
        fait: 'Gouvernance',
        lecture: `Sous le titre ${quote(nonRemontees.source)}.`,
        source: nommee.source
      }
    ]
  }
  if (!isGouvernanceRemontee(territoire)) return []
  return [
    {
      fait: 'Gouvernance',
      lecture: `Ce territoire n’est pas nommé sous ${quote(nonRemontees.source)} : il est compté parmi les ${remontees.texte} autres.`,
      source: remontees.source
    }
  ]
}

function citeCoporteurs(territoire: Territoire, { gouvernances }: ChiffresLus): CitationDeFait[] {
  const { coporteurs, origine } = territoire.gouvernance
  return (gouvernances?.coporteurs ?? [])
    .filter(({ type }) => coporteurs.includes(type))
    .flatMap(({ type, cites, source }): CitationDeFait[] => {
      const fait = `Coporteur : ${LIBELLES_COPORTEUR[type]}`
      if (origine === 'source' && cites && names(cites.territoires, territoire.code)) {
        return [{ fait: typographier(fait), lecture: null, source: cites.source }]
      }
      const lecture =
        origine === 'deduit'
          ? 'La source annonce un nombre et n’en nomme pas les territoires.'
          : 'La liste de la source ne nomme pas ce territoire.'
      return [{ fait: typographier(fait), lecture, source }]
    })
}

function citeFeuilleDeRoute(territoire: Territoire, { feuillesDeRoute }: ChiffresLus): CitationDeFait[] {
  if (!feuillesDeRoute) return []
  const { manquantes, remontees } = feuillesDeRoute
  const ligne = manquantes.regions.find((region) => names(region.territoires, territoire.code))
  if (ligne) {
    return [
      {
        fait: 'Feuille de route',
        lecture: `Dans la liste des ${manquantes.texte}.`,
        source: `${manquantes.source}\n${ligne.source}`
      }
    ]
  }
  if (!hasFeuilleDeRoute(territoire)) return []
  return [
    {
      fait: 'Feuille de route',
      lecture: `Ce territoire n’est pas dans la liste des ${manquantes.texte} : il est compté parmi les ${remontees.texte} autres.`,
      source: remontees.source
    }
  ]
}
