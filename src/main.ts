import { createLecteurHttp } from './data/lecture'

/*
 * The first map is already in the page (the build writes it there). What follows is loaded in parallel with it and
 * takes its place when all is there.
 */
const { start } = await import('./app/demarrage')
await start(document.getElementById('app') as HTMLElement, createLecteurHttp(document.baseURI))
