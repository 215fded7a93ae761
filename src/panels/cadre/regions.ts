import { REGIONS, TERRITOIRES } from '../../domain/territoire/referentiel'

/** The regions in the order of their names. */
export const REGIONS_PAR_NOM = [...REGIONS].sort((a, b) => a.nom.localeCompare(b.nom, 'fr'))

/** The collectivities that belong to no region. */
export const SANS_REGION = TERRITOIRES.filter(({ region }) => region === null)
