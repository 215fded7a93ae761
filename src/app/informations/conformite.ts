/**
 * What was found when the 106 criteria of the RGAA 4.1.2 were gone through: as docs/accessibilite.md has it, criterion by
 * criterion, and how each was checked. The page 'Accessibilité' says it.
 */
export const BILAN_RGAA = { conformes: 75, nonConformes: 1, nonVerifies: 1, nonApplicables: 29 } as const

/** The day on which it was done, in French. */
export const DATE_VERIFICATION = '28 novembre 2026'

/** What does not conform, by the number of its criterion. */
export const NON_CONFORMITES = [
  {
    critere: '10.4',
    texte:
      'dans le thème projecteur, qui suit la taille de la fenêtre, agrandir la page grossit peu le texte\u00A0; les autres thèmes n’ont pas ce défaut'
  }
] as const

/** Criteria that nobody has checked yet, and why. */
export const NON_VERIFIES = [
  { criteres: ['7.1'], texte: 'la restitution par un vrai lecteur d’écran' }
] as const
