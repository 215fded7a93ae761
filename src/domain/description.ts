import { formatListe } from './francais'
import {
  LIBELLES_COPORTEUR,
  LIBELLES_ETAT_GOUVERNANCE,
  LIBELLES_FEUILLE_DE_ROUTE,
  LIBELLES_ORIGINE
} from './libelles'
import { findContradiction, hasFeuilleDeRoute, isGouvernanceRemontee, type Territoire } from './territoire'

/** What a tooltip or a screen reader says of a territory: short sentences, the surest first. */
export function describeTerritoire(territoire: Territoire): string[] {
  const { coporteurs, origine, etat } = territoire.gouvernance
  const phrases: string[] = []
  if (!isGouvernanceRemontee(territoire)) phrases.push(LIBELLES_ETAT_GOUVERNANCE[etat])
  if (coporteurs.length > 0 && origine) {
    phrases.push(
      `${formatListe(coporteurs.map((type) => LIBELLES_COPORTEUR[type]))}, ${LIBELLES_ORIGINE[origine]}`
    )
  } else if (isGouvernanceRemontee(territoire)) phrases.push('Coporteur non renseigné')
  phrases.push(LIBELLES_FEUILLE_DE_ROUTE[hasFeuilleDeRoute(territoire) ? 'remontee' : 'non_remontee'])
  if (findContradiction(territoire)) phrases.push('La source se contredit sur ce territoire')
  return phrases
}
