import { createLecteurEmbarque } from './data/lectureEmbarquee'
import { launch } from './lancement'

// Opened from a disk, the page has no address to keep anything under, and carries everything anyway.
void launch(createLecteurEmbarque(document), { horsLigne: false })
