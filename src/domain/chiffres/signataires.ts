import type { Signataire } from './chiffres'

/** The signatories in the source's order, by the group under which it names them; null for those outside any. */
export function groupSignataires(liste: readonly Signataire[]): [groupe: string | null, noms: string[]][] {
  const groupes = new Map<string | null, string[]>()
  for (const { groupe, nom } of liste) groupes.set(groupe, [...(groupes.get(groupe) ?? []), nom])
  return [...groupes]
}
