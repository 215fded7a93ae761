import type { Financement } from './chiffres'
import { formatNombre, quote, typographier } from '../texte/francais'
import type { NatureGroupement } from '../territoire/lieu'

export interface MoyenEpci {
  readonly financement: Financement
  /** True when the source names EPCI among those that the means is for, and the group is one. */
  readonly nomme: boolean
  /** What the source lets one say of it for an EPCI; French sentences. */
  readonly message: string
}

/** Groups that the lists of EPCI hold and the law does not call so: whether the source means them is not known. */
const RESERVES: Readonly<Partial<Record<NatureGroupement, string>>> = {
  EPT: 'un établissement public territorial du Grand Paris',
  MET69: 'la Métropole de Lyon, collectivité à statut particulier'
}

/**
 * The State's means as an EPCI may use them: first those that the source destines to EPCI by name. Of the others it
 * says what they are for, and not whether an EPCI receives them: neither does the app.
 * @param nature legal nature of the group
 */
export function listMoyensEpci(
  financements: readonly Financement[],
  nature: NatureGroupement | null
): MoyenEpci[] {
  const reserve = (nature && RESERVES[nature]) ?? null
  return financements
    .map((financement) => ({
      financement,
      nomme: financement.nommeEpci && reserve === null,
      message: typographier(describe(financement, reserve))
    }))
    .sort((a, b) => Number(b.financement.nommeEpci) - Number(a.financement.nommeEpci))
}

function describe(financement: Financement, reserve: string | null): string {
  const { montant, beneficiaires } = financement
  if (financement.nommeEpci) {
    const destine = `La source le destine aux ${quote(beneficiaires ?? '')}`
    const inconnu = montant === null ? 'ni le montant ni les conditions' : 'pas les conditions'
    return reserve === null
      ? `${destine} : il s’applique à cet EPCI. Elle ne précise ${inconnu}.`
      : `${destine} et ne dit pas si elle y compte ${reserve}. Elle ne précise ${inconnu}.`
  }
  if (montant?.par === 'departement')
    return `La source compte ${formatNombre(montant.valeur)} € par département et ne dit pas si un EPCI en reçoit une part.`
  if (beneficiaires !== null)
    return `La source le destine aux ${quote(beneficiaires)} et ne cite pas les EPCI.`
  return montant === null
    ? 'La source ne précise ni le montant ni les bénéficiaires.'
    : 'Montant national : la source ne dit pas si un EPCI peut en bénéficier lui-même.'
}
