import { createLecteurHttp } from './data/lecture'
import { readLecturesSures } from './data/lectureSure'
import { launch } from './lancement'
import { watchFeuilles } from './ui/feuilles'

const lire = createLecteurHttp(document.baseURI)
if (import.meta.env.PROD) {
  watchFeuilles(new URL('assets/', document.baseURI).href)
  readLecturesSures(lire)
}
void launch(lire, { horsLigne: import.meta.env.PROD })
