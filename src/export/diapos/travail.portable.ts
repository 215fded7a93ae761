import { makeDiapos } from './fabrique'
import './travail'

/**
 * What the single file carries, packed: a script that exports nothing, since a page from a disk may start no worker of a
 * module. Where it may start none at all, the page loads the same and asks for it here.
 */
Object.assign(globalThis, { fneDiapos: makeDiapos })
