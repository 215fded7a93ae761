import type { Financement } from './chiffres'
import { formatCompte, formatListe, formatNombre, INSECABLE, typographier } from '../texte/francais'
import { findTerritoireRef } from '../territoire/referentiel'
import { hasFeuilleDeRoute, type Territoire } from '../territoire/territoire'

/** A means and how much it is: 'Crédits Ingénierie : 5 M€', or its name alone where the source gives no amount. */
export const nameFinancement = ({ nom, montant }: Pick<Financement, 'nom' | 'montant'>): string =>
  typographier(montant ? `${nom}${INSECABLE}: ${montant.texte}` : nom)

/**
 * What the source lets one say of a means in one territory; a French sentence. Where it gives no rule, the sentence
 * says so: an amount for a department is not promised to a collectivity that the source does not call one.
 */
export function describeFinancementLocal(financement: Financement, territoire: Territoire): string {
  return typographier(describe(financement, territoire))
}

/**
 * What a territory can count on, in a few words: '20 000 € pour ce département, et 3 autres moyens'. An amount for a
 * department is not promised to a collectivity that the source does not call one.
 */
export function summarizeMoyens(liste: readonly Financement[], territoire: Territoire): string {
  const montants = liste.flatMap(({ montant }) => (montant?.par === 'departement' ? [montant.valeur] : []))
  const propres = isDepartement(territoire) ? montants : []
  const autres = liste.length - propres.length
  if (propres.length === 0)
    return typographier(`${formatCompte(autres, 'moyen')}, sans montant pour ce territoire`)
  const reste = formatCompte(autres, 'autre moyen', 'autres moyens')
  const euros = formatListe(propres.map((valeur) => `${formatNombre(valeur)} €`))
  return typographier(`${euros} pour ce département${autres > 0 ? `, et ${reste}` : ''}`)
}

function describe(
  { montant, beneficiaires, pourFeuilleDeRoute }: Financement,
  territoire: Territoire
): string {
  if (montant?.par === 'departement') {
    const euros = `${formatNombre(montant.valeur)} €`
    return isDepartement(territoire)
      ? `${euros} pour ce département.`
      : `La source compte ${euros} par département et ne précise pas ce qu’il en est d’une collectivité à statut particulier.`
  }
  if (beneficiaires !== null)
    return `Pour les ${beneficiaires} du territoire ; la source ne précise pas lesquels.`
  if (montant === null) return 'La source ne précise ni le montant ni les bénéficiaires.'
  const feuille = pourFeuilleDeRoute
    ? hasFeuilleDeRoute(territoire)
      ? 'La feuille de route de ce territoire est remontée. '
      : 'La feuille de route de ce territoire n’est pas remontée. '
    : ''
  return `${feuille}Montant national : la source ne précise pas la part de chaque territoire.`
}

/** Where a collectivity bears the governance, or the territory lies in no region, the source does not say 'département'. */
function isDepartement({ code, gouvernance }: Territoire): boolean {
  const ref = findTerritoireRef(code)
  return (
    ref !== undefined &&
    ref.region !== null &&
    !gouvernance.coporteurs.includes('collectivite_statut_particulier')
  )
}
