import type { ChiffresLus, Mention } from './chiffres'
import type { FiguresAnnoncees } from '../reconciliation/reconciliation'
import { TYPES_COPORTEUR, type TypeCoporteur } from '../territoire/territoire'

const listCodes = (mentions: readonly Mention[]) => mentions.flatMap((mention) => mention.codes).sort()

const byType = <T>(build: (type: TypeCoporteur) => T) =>
  Object.fromEntries(TYPES_COPORTEUR.map((type) => [type, build(type)])) as Record<TypeCoporteur, T>

/**
 * The figures of chiffres.json that can be compared with the territories.
 * A section that could not be read gives null: nothing is then compared.
 */
export function toFiguresAnnoncees(chiffres: ChiffresLus): FiguresAnnoncees {
  const { gouvernances, feuillesDeRoute } = chiffres
  const find = (type: TypeCoporteur) => gouvernances?.coporteurs.find((coporteur) => coporteur.type === type)
  return {
    gouvernances: gouvernances?.remontees.valeur ?? null,
    feuillesRemontees: feuillesDeRoute?.remontees.valeur ?? null,
    feuillesManquantes: feuillesDeRoute?.manquantes.valeur ?? null,
    feuillesAnnoncees: feuillesDeRoute?.annoncees.valeur ?? null,
    coporteurs: byType((type) => find(type)?.annonce ?? null),
    cites: gouvernances ? byType((type) => listCodes(find(type)?.cites?.territoires ?? [])) : null,
    nonRemontees: gouvernances ? listCodes(gouvernances.nonRemontees.territoires) : null,
    sansFeuille: feuillesDeRoute
      ? listCodes(feuillesDeRoute.manquantes.regions.flatMap((region) => region.territoires))
      : null
  }
}
