import { createLecteurHttp } from './data/lecture'
import { readLecturesSures } from './data/lectureSure'
import { launch } from './lancement'

const lire = createLecteurHttp(document.baseURI)
if (import.meta.env.PROD) readLecturesSures(lire)
void launch(lire, { horsLigne: import.meta.env.PROD })
