import { writeDocx } from './document'
import './travail'

/** What the single file carries, packed: @see ../diapos/travail.portable.ts */
Object.assign(globalThis, { fneDocument: writeDocx })
