import { INSECABLE, quote } from '../../domain/texte/francais'
import type { VueCarte } from '../../state/vue'
import type { Apparence } from './palette'

/** How to read each pattern that the map shows in this view; none for what it does not show. */
export function listNotes(vue: VueCarte, apparences: Iterable<Apparence>): string[] {
  const liste = [...apparences]
  const has = (test: (apparence: Apparence) => boolean) => liste.some(test)
  const say = (signe: string, sens: string) => `${signe}${INSECABLE}: ${sens}`
  return [
    ...(has(({ points }) => points !== null)
      ? [
          say(
            'Points',
            vue === 'croisee' ? 'déduit par élimination, comme toute teinte claire' : 'déduit par élimination'
          )
        ]
      : []),
    ...(has(({ hachures }) => hachures !== null)
      ? [say('Hachures', vue === 'coporteurs' ? 'gouvernance non remontée' : 'feuille de route non remontée')]
      : []),
    ...(has(({ fonds }) => fonds.length > 1) ? [say('Rayures', 'plusieurs coporteurs')] : []),
    ...(has(({ contradiction }) => contradiction) ? [say(quote('!'), 'la source se contredit')] : [])
  ]
}
