import { createLecteurHttp } from './data/lecture'
import { launch } from './lancement'

void launch(createLecteurHttp(document.baseURI), { horsLigne: import.meta.env.PROD })
