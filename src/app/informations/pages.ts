import type { Component } from 'svelte'
import { takeExport } from '../../data/charger'

interface PageLegale {
  readonly titre: string
  /** As the foot of the page names it; without it, the page is reached from the others. */
  readonly lien?: string
  readonly charger: () => Promise<Component>
}

/** What a site of the State says of itself, by the part of the address that opens it (`#accessibilite`). */
export const PAGES = {
  accessibilite: {
    titre: 'Déclaration d’accessibilité',
    lien: 'Accessibilité\u00A0: non conforme',
    charger: () => takeExport(import('./Accessibilite.svelte'), 'default')
  },
  'mentions-legales': {
    titre: 'Mentions légales',
    lien: 'Mentions légales',
    charger: () => takeExport(import('./MentionsLegales.svelte'), 'default')
  },
  'donnees-personnelles': {
    titre: 'Données personnelles',
    lien: 'Données personnelles',
    charger: () => takeExport(import('./DonneesPersonnelles.svelte'), 'default')
  },
  licences: { titre: 'Licences', charger: () => takeExport(import('./Licences.svelte'), 'default') }
} as const satisfies Readonly<Record<string, PageLegale>>

export type ClePage = keyof typeof PAGES

/** @param fragment as `location.hash` gives it */
export function findPage(fragment: string): ClePage | null {
  const cle = fragment.slice(1)
  return Object.hasOwn(PAGES, cle) ? (cle as ClePage) : null
}
