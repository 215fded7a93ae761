/** The words of the address bar that name what is shown; the domain's scenes and lines speak of it, too. */

/** What the map shows. */
export const VUES = ['coporteurs', 'feuilles-de-route', 'croisee'] as const
export type VueCarte = (typeof VUES)[number]

export const PANNEAUX = [
  'synthese',
  'manquants',
  'financements',
  'chiffres',
  'calendrier',
  'engagements',
  'objectifs',
  'reconciliation',
  'tableau',
  'comparaison',
  'donnees'
] as const
export type Panneau = (typeof PANNEAUX)[number]

export const MODES = ['exploration', 'presentation', 'integration'] as const
export type Mode = (typeof MODES)[number]
