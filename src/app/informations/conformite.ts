/**
 * What was found when the 106 criteria of the RGAA 4.1.2 were gone through: as docs/accessibilite.md has it, criterion by
 * criterion, and how each was checked. The page 'Accessibilité' says it.
 */
export const BILAN_RGAA = { conformes: 70, nonConformes: 1, nonVerifies: 6, nonApplicables: 29 } as const

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
  { criteres: ['3.2', '3.3'], texte: 'les contrastes que l’outil ne sait pas mesurer' },
  { criteres: ['7.1'], texte: 'la restitution par un vrai lecteur d’écran' },
  { criteres: ['8.2'], texte: 'la validité du code des pages' },
  { criteres: ['13.3', '13.4'], texte: 'les documents téléchargés (PowerPoint, Word, Excel, PDF)' }
] as const
