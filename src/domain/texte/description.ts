import { FINE, INSECABLE, formatListe, lowerFirst, quote } from './francais'
import {
  LIBELLES_COPORTEUR,
  LIBELLES_ETAT_GOUVERNANCE,
  LIBELLES_FEUILLE_DE_ROUTE,
  LIBELLES_ORIGINE
} from './libelles'
import {
  computeEtatFeuille,
  findContradiction,
  isGouvernanceRemontee,
  type Contradiction,
  type Territoire
} from '../territoire/territoire'

/** What can be said of a territory in a few words; the same on the tooltip and for a screen reader. */
export interface Description {
  /** 'Conseil régional et Préfecture uniquement'; null when no co-bearer is known. */
  readonly coporteurs: string | null
  /** 'cité par la source' or 'déduit par élimination'. */
  readonly origine: string | null
  readonly gouvernance: string
  readonly feuille: string
  readonly contradiction: string | null
}

const CONTRADICTIONS: Readonly<Record<Contradiction, string>> = {
  'uniquement-et-autre': `La source cite ce territoire sous deux coporteurs, dont un ${quote('uniquement')}.`,
  'coporteur-sans-gouvernance':
    'La source cite ce territoire sous un coporteur, et aussi parmi les gouvernances non remontées.'
}

/** All parts of what is to be said, as text. */
export function describeTerritoire(territoire: Territoire): Description {
  const { coporteurs, origine, etat } = territoire.gouvernance
  const contradiction = findContradiction(territoire)
  return {
    coporteurs:
      coporteurs.length > 0 ? formatListe(coporteurs.map((type) => LIBELLES_COPORTEUR[type])) : null,
    origine: origine && coporteurs.length > 0 ? LIBELLES_ORIGINE[origine] : null,
    gouvernance: LIBELLES_ETAT_GOUVERNANCE[etat],
    feuille: LIBELLES_FEUILLE_DE_ROUTE[computeEtatFeuille(territoire)],
    contradiction: contradiction && CONTRADICTIONS[contradiction]
  }
}

/**
 * One sentence for a screen reader: 'Loiret (45) : Conseil départemental, déduit par élimination ; feuille de route
 * non remontée'.
 * @param territoire undefined where the data say nothing of it
 */
export function announceTerritoire(
  { nom, code }: { readonly nom: string; readonly code: string },
  territoire: Territoire | undefined
): string {
  const debut = `${nom} (${code})${INSECABLE}: `
  if (!territoire) return `${debut}aucune donnée`
  const { coporteurs, origine, gouvernance, feuille, contradiction } = describeTerritoire(territoire)
  const remontee = isGouvernanceRemontee(territoire)
  return (
    debut +
    [
      ...(coporteurs ? [`${coporteurs}, ${origine}`] : remontee ? ['coporteur non renseigné'] : []),
      ...(remontee ? [] : [lowerFirst(gouvernance)]),
      lowerFirst(feuille),
      ...(contradiction ? ['contradiction dans la source'] : [])
    ].join(`${FINE}; `)
  )
}
