/**
 * The search over places. Its index weighs 330 kB: import this module when the search is first used, not before:
 * `const { loadLieux } = await import('../search/recherche')`.
 */
export { loadLieux } from './charger'
export { FICHIER_LIEUX } from './fichier'
export { searchLieux } from './chercher'
export { describeLieu, listCommunes, resolveLieu } from './fiche'
export type { IndexLieux } from './indexer'
export type {
  Correspondance,
  FicheLieu,
  Lieu,
  NatureGroupement,
  ResultatLieu,
  TypeLieu
} from '../domain/territoire/lieu'
