/**
 * What a change of view costs, by the number of territories: the 103 of the map, the 1,255 EPCI and the 35,000 communes
 * of France, as squares on a grid. Drawing the outlines, placing the labels and painting a view are to cost so much a
 * territory, however many there are. Prints the three; fails where one is far from it.
 */
import { bench, describe } from 'vitest'
import { APPARENCE_INCONNUE, type Apparence } from '../../src/map/apparence/palette'
import { CADRE_METROPOLE } from '../../src/map/cadre/cadres'
import { listMotifs } from '../../src/map/apparence/motifs'
import { placeEtiquettes } from '../../src/map/svg/etiquettes'
import { listTeintes, paintTeintes } from '../../src/map/svg/peinture'
import { computeTraces } from '../../src/map/svg/traces'
import type { Territoires } from '../../src/data/topologie'

const NOMBRES = [103, 1255, 35_000] as const
const PASSES = 5
/** A territory may cost so many times more among 35,000 than among 1,255: caches of the machine, not a square law. */
const DERIVE_MAX = 4

/** Squares with a jagged edge, as many corners as the outlines of a department have. */
function createTerritoires(nombre: number): Territoires {
  const cote = Math.ceil(Math.sqrt(nombre))
  const pas = 8 / cote
  const features = Array.from({ length: nombre }, (_, i) => {
    const [x, y] = [(i % cote) * pas - 4, 43 + Math.floor(i / cote) * pas * 0.7]
    const anneau: [number, number][] = []
    for (let j = 0; j < 60; j++) {
      const [bord, part] = [Math.floor(j / 15), (j % 15) / 15]
      const [dx, dy] = [
        [part, 0],
        [1, part],
        [1 - part, 1],
        [0, 1 - part]
      ][bord] as [number, number]
      anneau.push([x + dx * pas * 0.98, y + dy * pas * 0.68])
    }
    anneau.push(anneau[0] as [number, number])
    return {
      type: 'Feature' as const,
      id: String(100_000 + i),
      properties: { etiquette: [x + pas / 2, y + pas * 0.35] as [number, number] },
      geometry: { type: 'Polygon' as const, coordinates: [anneau.reverse()] }
    }
  })
  return { type: 'FeatureCollection', features }
}

/** As much of an element as is painted: what the page itself does with it is not the program's. */
class Element {
  readonly children: Element[] = []
  #fill: string | null = null
  #d: string | null = null
  #motif: string | null = null
  #estompe = false
  get classList() {
    return this
  }
  contains() {
    return this.#estompe
  }
  toggle() {
    this.#estompe = !this.#estompe
  }
  getAttribute(nom: string) {
    return nom === 'fill' ? this.#fill : nom === 'd' ? this.#d : this.#motif
  }
  setAttribute(nom: string, valeur: string | null) {
    if (nom === 'fill') this.#fill = valeur
    else if (nom === 'd') this.#d = valeur
    else this.#motif = valeur
  }
  removeAttribute(nom: string) {
    this.setAttribute(nom, null)
  }
}
const createGroupe = (nombre: number) => {
  const groupe = new Element()
  for (let i = 0; i < nombre; i++) groupe.children.push(new Element())
  return groupe as unknown as SVGGElement
}

const LOOKS: readonly Apparence[] = [
  { ...APPARENCE_INCONNUE, fonds: ['#2f6db0'] },
  { ...APPARENCE_INCONNUE, fonds: ['#d3e4f5'], points: '#2f6db0' },
  { ...APPARENCE_INCONNUE, fonds: ['#2f6db0', '#c8553d'], hachures: '#3a3a3a' },
  { ...APPARENCE_INCONNUE, fonds: ['#ffffff'], contradiction: true }
]

const best = (run: (passe: number) => unknown) =>
  Math.min(
    ...Array.from({ length: PASSES }, (_, passe) => {
      // Of the processor: what else the machine does is not the map's.
      const debut = process.cpuUsage()
      run(passe)
      const { user, system } = process.cpuUsage(debut)
      return (user + system) / 1000
    })
  )

function measure(nombre: number) {
  const territoires = createTerritoires(nombre)
  // What is not overseas is in the main frame.
  const dessin = best(() => computeTraces(territoires, CADRE_METROPOLE, 1000))
  const traces = computeTraces(territoires, CADRE_METROPOLE, 1000)
  const codes = traces.chemins.map(({ code }) => code)
  const looks = [0, 1].map(
    (vue) => new Map(codes.map((code, i) => [code, LOOKS[(i + vue) % LOOKS.length] as Apparence]))
  )
  const estompes = [new Set<string>(), new Set(codes.filter((_, i) => i % 3 === 0))] as const
  const [fonds, motifs] = [createGroupe(nombre), createGroupe(nombre)]
  // Another size with each pass: none is kept from the one before.
  const etiquettes = best((passe) => placeEtiquettes(traces, () => false, 1 + passe / 100))
  const vue = best((passe) => {
    const apparences = looks[passe % 2] as ReadonlyMap<string, Apparence>
    listMotifs(apparences.values())
    const teintes = listTeintes(traces.chemins, {
      id: 'banc',
      apparenceOf: (code) => apparences.get(code) ?? APPARENCE_INCONNUE,
      estompes: estompes[passe % 2] ?? estompes[0],
      surPapier: false
    })
    paintTeintes(fonds, motifs, traces.chemins, teintes)
  })
  return { contours: dessin, étiquettes: etiquettes, 'changement de vue': vue }
}

const mesures = NOMBRES.map((nombre) => ({ nombre, ...measure(nombre) }))
console.table(
  Object.fromEntries(
    mesures.map(({ nombre, ...temps }) => [
      nombre.toLocaleString('fr-FR'),
      Object.fromEntries(
        Object.entries(temps).flatMap(([nom, ms]) => [
          [`${nom}, ms`, Number(ms.toFixed(2))],
          [`${nom}, µs par territoire`, Number(((ms / nombre) * 1000).toFixed(1))]
        ])
      )
    ])
  )
)
const [, epci, communes] = mesures as [(typeof mesures)[0], (typeof mesures)[0], (typeof mesures)[0]]
for (const nom of ['contours', 'étiquettes', 'changement de vue'] as const) {
  const derive = communes[nom] / communes.nombre / (epci[nom] / epci.nombre)
  if (derive > DERIVE_MAX)
    throw new Error(
      `${nom}\u202F: un territoire coûte ${derive.toFixed(1)} fois plus parmi 35 000 que parmi 1 255.`
    )
}

describe('change of view', () => {
  bench('the whole, 103 territories', () => void measure(NOMBRES[0]), { iterations: 1, warmupIterations: 0 })
})
