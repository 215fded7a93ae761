import { feature } from 'topojson-client'

/** The same colours for everybody: what each territory is in the two views (colours.json, written by construire.mjs). */
export const loadDonnees = async () => {
  const [topologie, territoires] = await Promise.all(
    ['./territoires.topo.json', './territoires.json'].map(async (adresse) => (await fetch(adresse)).json())
  )
  return { geojson: feature(topologie, topologie.objects.territoires), territoires }
}

/** The view in sight; the button of the page changes it. */
export const VUES = ['coporteurs', 'feuilles']

/** Binds the page's button: `paint(vue)` is called with the next view. */
export function bindBascule(paint) {
  let vue = 0
  document.querySelector('#bascule').addEventListener('click', () => {
    vue = 1 - vue
    paint(VUES[vue])
  })
}

/** What a click answers. */
export function answer(territoires, code) {
  const { nom, reponse } = territoires[code]
  document.querySelector('#reponse').textContent = `${nom} (${code}) : ${reponse}`
}

/** Where metropolitan France is, in degrees. */
export const METROPOLE = [
  [-5.2, 41.3],
  [9.6, 51.1]
]
