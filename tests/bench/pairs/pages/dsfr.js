import '@gouvfr/dsfr-chart/MapChart'
import '@gouvfr/dsfr-chart/MapChart/css'
import { bindBascule } from './commun.js'

const territoires = await (await fetch('./territoires.json')).json()
const carte = document.createElement('map-chart')
const data = (vue) =>
  JSON.stringify(Object.fromEntries(Object.entries(territoires).map(([code, t]) => [code, t.rangs[vue]])))
carte.setAttribute('data', data('coporteurs'))
carte.setAttribute('value', '99')
carte.setAttribute('name', 'Gouvernances')
carte.setAttribute('selected-palette', 'categorical')
document.querySelector('#carte').append(carte)
bindBascule((vue) => carte.setAttribute('data', data(vue)))
