/** The files that are shipped as they are. */
export const STATIQUE: string
/** The built app. */
export const DIST: string
/** Where the single file is built. */
export const PORTABLE: string
