import { FINE, formatNombre } from '../../domain/texte/francais'
import { EPINGLES_MAX } from '../../state/vue'

/** The pins with one more at the end; the same list where it is there already or no room is left. */
export function addEpingle(epingles: readonly string[], code: string): readonly string[] {
  return epingles.includes(code) || epingles.length >= EPINGLES_MAX ? epingles : [...epingles, code]
}

/** The pins without one. */
export function removeEpingle(epingles: readonly string[], code: string): readonly string[] {
  return epingles.filter((autre) => autre !== code)
}

/** The pins with one of them a place nearer to the start (-1) or to the end (1), as far as there is one. */
export function moveEpingle(epingles: readonly string[], code: string, sens: -1 | 1): readonly string[] {
  const de = epingles.indexOf(code)
  const vers = de + sens
  const autre = epingles[vers]
  if (de < 0 || autre === undefined) return epingles
  return epingles.map((epingle, i) => (i === de ? autre : i === vers ? code : epingle))
}

/** Why one more territory cannot be pinned; a French sentence, or null where there is room. */
export function explainRefus(epingles: readonly string[]): string | null {
  return epingles.length < EPINGLES_MAX
    ? null
    : `${formatNombre(EPINGLES_MAX)} territoires sont déjà épinglés, le maximum qui se compare côte à côte${FINE}; retirer une épingle pour en ajouter un autre.`
}
