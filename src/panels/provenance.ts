/** Panels and print say it in the same words. */
export { describeProvenance } from '../domain/provenance'
