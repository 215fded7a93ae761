import { Map as Carte, setWorkerUrl } from 'maplibre-gl'
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { answer, bindBascule, loadDonnees, METROPOLE } from './commun.js'

setWorkerUrl(worker)
const { geojson, territoires } = await loadDonnees()
for (const f of geojson.features) f.properties.code = f.id
const couleurs = (vue) => [
  'match',
  ['get', 'code'],
  ...Object.entries(territoires).flatMap(([code, t]) => [code, t[vue]]),
  '#ccc'
]
const carte = new Carte({
  container: 'carte',
  bounds: METROPOLE,
  attributionControl: false,
  fadeDuration: 0,
  style: {
    version: 8,
    sources: { territoires: { type: 'geojson', data: geojson } },
    layers: [
      { id: 'aires', type: 'fill', source: 'territoires', paint: { 'fill-color': couleurs('coporteurs') } },
      {
        id: 'traits',
        type: 'line',
        source: 'territoires',
        paint: { 'line-color': '#3f4254', 'line-width': 0.6 }
      }
    ]
  }
})
carte.on('click', 'aires', (e) => answer(territoires, e.features[0].properties.code))
bindBascule((vue) => carte.setPaintProperty('aires', 'fill-color', couleurs(vue)))
window.banc = {
  placeOf: () => {
    const { x, y } = carte.project([2.3, 47.9])
    return { x, y }
  },
  painted: () => new Promise((resolve) => carte.once('render', resolve))
}
