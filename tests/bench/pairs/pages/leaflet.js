import { geoJSON, map } from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { answer, bindBascule, loadDonnees, METROPOLE } from './commun.js'

const { geojson, territoires } = await loadDonnees()
const carte = map('carte', { zoomSnap: 0, attributionControl: false }).fitBounds(
  METROPOLE.map(([lon, lat]) => [lat, lon])
)
const style = (vue) => (f) => ({
  fillColor: territoires[f.id][vue],
  fillOpacity: 1,
  color: '#3f4254',
  weight: 0.6
})
const couche = geoJSON(geojson, {
  style: style('coporteurs'),
  onEachFeature: (f, trace) => trace.on('click', () => answer(territoires, f.id))
}).addTo(carte)
bindBascule((vue) => couche.setStyle(style(vue)))
window.banc = {
  placeOf: () => {
    const { x, y } = carte.latLngToContainerPoint([47.9, 2.3])
    return { x, y }
  }
}
