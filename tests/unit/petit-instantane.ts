import type { FiguresAnnoncees } from '../../src/domain/reconciliation/reconciliation'
import { findTerritoireRef } from '../../src/domain/territoire/referentiel'
import type { EtatFeuilleDeRoute, Instantane, Territoire } from '../../src/domain/territoire/territoire'

interface Dit extends Partial<Territoire['gouvernance']> {
  feuilles?: readonly EtatFeuilleDeRoute[]
  note?: string
}

/** A territory by its code; what is not said is the plainest: named by the source, all handed in. */
export function buildTerritoire(
  code: string,
  { feuilles = ['remontee'], note = '', ...dit }: Dit = {}
): Territoire {
  const { coporteurs = ['departement'], etat = 'remontee' } = dit
  return {
    code,
    nom: findTerritoireRef(code)?.nom ?? code,
    region: findTerritoireRef(code)?.region ?? null,
    gouvernance: { etat, coporteurs, origine: dit.origine ?? (coporteurs.length > 0 ? 'source' : null) },
    feuillesDeRoute: feuilles.map((feuille) => ({ etat: feuille })),
    note
  }
}

export const buildInstantane = (...territoires: Territoire[]): Instantane => ({
  date: '2025-06-01',
  territoires
})

/** A source that states nothing. */
export const SANS_FIGURES: FiguresAnnoncees = {
  gouvernances: null,
  feuillesRemontees: null,
  feuillesManquantes: null,
  feuillesAnnoncees: null,
  coporteurs: {
    region: null,
    departement: null,
    syndicat_mixte: null,
    collectivite_statut_particulier: null,
    epci: null,
    prefecture: null
  },
  cites: null,
  nonRemontees: null,
  sansFeuille: null
}

/** Text without the typography, where a test is about words. */
export const plain = (texte: string): string => texte.replace(/[\u00A0\u202F]/g, ' ')
