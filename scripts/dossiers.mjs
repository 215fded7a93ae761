/**
 * Where the builds read and write, from the root of the project. Tests name others (scripts/donneesEssai.mjs): they
 * build the app with data of their own, and leave `dist/` to whoever publishes it.
 */
export const STATIQUE = process.env.CARTE_STATIQUE || 'static'
export const DIST = process.env.CARTE_DIST || 'dist'
export const PORTABLE = process.env.CARTE_PORTABLE || 'dist-portable'
