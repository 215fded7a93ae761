export interface Poids {
  premiereCarte: number
  premierClic: number
}
export const TOLERANCE: number
export function weigh(dossier: string): Poids
export function listDepassements(poids: Poids, budget: Poids): string[]
