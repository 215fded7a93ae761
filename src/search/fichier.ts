/** Where the places are, relative to the app's files. */
export const FICHIER_LIEUX = 'lieux/lieux.json'
