import { formatCompte, formatListe, formatNombre, quote, typographier } from './francais'
import { LIBELLES_COPORTEUR } from './libelles'
import type { Bilan } from '../reconciliation/reconciliation'
import { findContradiction, TYPES_COPORTEUR, type Territoire } from '../territoire/territoire'

/** How far the co-bearers of a territory can be trusted: the four must never look the same. */
export type Fiabilite = 'cite' | 'deduit' | 'contradictoire' | 'inconnu'

export const LIBELLES_FIABILITE: Readonly<Record<Fiabilite, string>> = {
  cite: 'Cité par la source',
  deduit: 'Déduit par élimination',
  contradictoire: 'La source se contredit',
  inconnu: 'Non renseigné'
}

export function computeFiabilite(territoire: Territoire): Fiabilite {
  const { coporteurs, origine } = territoire.gouvernance
  if (coporteurs.length === 0) return 'inconnu'
  if (findContradiction(territoire) !== null) return 'contradictoire'
  return origine === 'deduit' ? 'deduit' : 'cite'
}

/** One or two French sentences: why the app says what it says of the co-bearers of this territory. */
export function explainFiabilite(territoire: Territoire, bilan: Bilan): string {
  const fiabilite = computeFiabilite(territoire)
  switch (fiabilite) {
    case 'cite':
      return typographier(
        `La source nomme ce territoire sous ${formatListe(territoire.gouvernance.coporteurs.map((type) => quote(LIBELLES_COPORTEUR[type])))}.`
      )
    case 'deduit':
      return explainElimination(territoire, bilan)
    case 'contradictoire':
      return explainContradiction(territoire)
    case 'inconnu':
      return 'La source ne nomme aucun coporteur pour ce territoire.'
    default:
      return fiabilite satisfies never
  }
}

function explainElimination(territoire: Territoire, bilan: Bilan): string {
  const types = territoire.gouvernance.coporteurs
  const noms = formatListe(types.map((type) => quote(LIBELLES_COPORTEUR[type])))
  const annonce = types.length === 1 && types[0] ? bilan.coporteurs[types[0]].annonce : null
  // Types of which the source names fewer territories than it counts: one of those could be this territory.
  const reserves = TYPES_COPORTEUR.filter((type) => !types.includes(type)).filter((type) => {
    const { annonce: stated, cites, deduits } = bilan.coporteurs[type]
    return stated !== null && stated > cites.length + deduits.length
  })
  const reserve = reserves.map((type) => {
    const { annonce: stated, cites } = bilan.coporteurs[type]
    return `${quote(LIBELLES_COPORTEUR[type])} (${formatCompte(stated ?? 0, 'annoncé')}, ${formatCompte(cites.length, 'nommé')})`
  })
  return typographier(
    `La source ne nomme ce territoire sous aucun type de coporteur ; par élimination, il relève de ${noms}` +
      (annonce === null ? '' : `, dont elle annonce ${formatNombre(annonce)} sans les nommer`) +
      '.' +
      (reserve.length > 0 ? ` Réserve : ${formatListe(reserve)} reste aussi possible.` : '')
  )
}

function explainContradiction(territoire: Territoire): string {
  const types = formatListe(territoire.gouvernance.coporteurs.map((type) => quote(LIBELLES_COPORTEUR[type])))
  return typographier(
    findContradiction(territoire) === 'uniquement-et-autre'
      ? `La source nomme ce territoire sous ${types}, alors que ${quote('uniquement')} exclut tout autre coporteur ; les deux mentions sont montrées, aucune n’est écartée.`
      : `La source nomme ce territoire sous ${types}, mais aussi parmi les gouvernances non remontées ; les deux mentions sont montrées, aucune n’est écartée.`
  )
}
