import { MapChart } from 'echarts/charts'
import { GeoComponent } from 'echarts/components'
import { init, registerMap, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { answer, bindBascule, loadDonnees, METROPOLE } from './commun.js'

use([MapChart, GeoComponent, CanvasRenderer])
const { geojson, territoires } = await loadDonnees()
for (const f of geojson.features) f.properties.name = f.id
registerMap('fne', geojson)
const graphique = init(document.querySelector('#carte'))
const option = (vue) => ({
  animation: false,
  series: [
    {
      type: 'map',
      map: 'fne',
      boundingCoords: [
        [METROPOLE[0][0], METROPOLE[1][1]],
        [METROPOLE[1][0], METROPOLE[0][1]]
      ],
      selectedMode: false,
      data: Object.entries(territoires).map(([name, t]) => ({
        name,
        itemStyle: { areaColor: t[vue], borderColor: '#3f4254', borderWidth: 0.6 }
      }))
    }
  ]
})
graphique.setOption(option('coporteurs'))
graphique.on('click', ({ name }) => answer(territoires, name))
bindBascule((vue) => graphique.setOption(option(vue)))
window.banc = {
  placeOf: () => {
    const [x, y] = graphique.convertToPixel({ seriesIndex: 0 }, [2.3, 47.9])
    return { x, y }
  },
  painted: () => new Promise((resolve) => graphique.on('finished', resolve))
}
