import { findTerritoireRef } from '../territoire/referentiel'
import type { Territoire, TypeCoporteur } from '../territoire/territoire'
import { computeFiabilite } from './fiabilite'
import { FINE, formatListe, formatNombre, INSECABLE, upperFirst } from './francais'

/** Each co-bearer as the one by whom a governance is borne. */
const PORTEURS: Readonly<Record<TypeCoporteur, string>> = {
  region: 'par le conseil régional',
  departement: 'par le conseil départemental',
  syndicat_mixte: 'par un syndicat mixte',
  collectivite_statut_particulier: 'par une collectivité à statut particulier',
  epci: 'par des EPCI uniquement',
  prefecture: 'par la préfecture uniquement'
}

const GOUVERNANCES: Readonly<Record<Territoire['gouvernance']['etat'], string>> = {
  remontee: 'la gouvernance est remontée',
  en_cours_de_validation: 'la gouvernance est en cours de validation',
  non_remontee: 'la gouvernance n’est pas remontée'
}

/**
 * The answer about a territory in one sentence that can be repeated as it is: 'Dans le Loir-et-Cher, la gouvernance est
 * remontée ; elle serait portée par le conseil départemental (déduit) ; la feuille de route est remontée.' What is
 * deduced stands in the conditional, and what the source contradicts is said to be its word.
 */
export function answerTerritoire(territoire: Territoire): string {
  return `${upperFirst(locateTerritoire(territoire))}, ${[
    GOUVERNANCES[territoire.gouvernance.etat],
    describePorteurs(territoire),
    describeFeuilles(territoire.feuillesDeRoute)
  ].join(`${FINE}; `)}.`
}

/** 'dans le Loir-et-Cher', 'à Mayotte'; the two islands that share a governance are two places. */
function locateTerritoire({ code, nom }: Territoire): string {
  const dans = findTerritoireRef(code)?.dans
  return dans ? dans.replace('/', ' et à ') : `pour ${nom}`
}

function describePorteurs(territoire: Territoire): string {
  const { coporteurs, etat } = territoire.gouvernance
  const noms = coporteurs.map((type) => PORTEURS[type])
  const pluriel = coporteurs.length > 1 ? 's' : ''
  const fiabilite = computeFiabilite(territoire)
  switch (fiabilite) {
    case 'cite':
      return `elle est portée ${formatListe(noms)} (cité${pluriel} par la source)`
    case 'deduit':
      return `elle serait portée ${formatListe(noms)} (déduit${pluriel})`
    case 'contradictoire':
      return etat === 'remontee'
        ? `la source se contredit en la disant portée ${formatListe(noms)}`
        : `la source se contredit en la disant déjà portée ${formatListe(noms)}`
    case 'inconnu':
      return etat === 'remontee' ? 'son coporteur n’est pas renseigné' : 'aucun coporteur n’est connu'
    default:
      return fiabilite satisfies never
  }
}

function describeFeuilles(feuilles: Territoire['feuillesDeRoute']): string {
  const count = (etat: Territoire['feuillesDeRoute'][number]['etat']) =>
    feuilles.filter((feuille) => feuille.etat === etat).length
  const [remontees, annoncees, total] = [count('remontee'), count('annoncee'), feuilles.length]
  if (total <= 1) {
    if (remontees === 1) return 'la feuille de route est remontée'
    return annoncees === 1 ? 'la feuille de route est annoncée' : 'la feuille de route n’est pas remontée'
  }
  const nombre = `${formatNombre(total)}${INSECABLE}feuilles de route`
  if (remontees === total) return `les ${nombre} sont remontées`
  if (annoncees === total) return `les ${nombre} sont annoncées`
  if (remontees === 0) return `aucune des ${nombre} n’est remontée`
  return `${formatNombre(remontees)} des ${nombre} ${remontees > 1 ? 'sont remontées' : 'est remontée'}`
}
