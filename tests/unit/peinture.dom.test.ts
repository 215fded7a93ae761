import { expect, it } from 'vitest'
import { paintTeintes, writePremiers, type Teinte } from '../../src/map/svg/peinture'
import type { Traces } from '../../src/map/svg/traces'

const SVG = 'http://www.w3.org/2000/svg'
const chemin = (code: string, d: string): Traces['chemins'][number] => ({ code, d })
const teinte = (fond: string, motif: string | null = null, estompe = false): Teinte => ({
  fond,
  motif,
  estompe
})

function createGroupes(chemins: Traces['chemins'], teintes: readonly Teinte[]) {
  const premiers = writePremiers(chemins, teintes)
  const create = (markup: string) => {
    const groupe = document.createElementNS(SVG, 'g')
    groupe.innerHTML = markup
    return groupe
  }
  return [create(premiers.fonds), create(premiers.motifs)] as const
}

const readAttributs = (groupe: Element) =>
  [...groupe.children].map(({ attributes }) =>
    Object.fromEntries(Array.from(attributes, ({ name, value }) => [name, value]))
  )

const CHEMINS = [chemin('01', 'M0,0h1v1z'), chemin('02', 'M1,0h1v1z'), chemin('974', 'M5,5h1v1z')]
const TEINTES = [teinte('#fff'), teinte('#0af', 'url(#points)', true), teinte('url(#rayures)')]

it('writes one path a territory, and a pattern where there is one', () => {
  const [fonds, motifs] = createGroupes(CHEMINS, TEINTES)
  expect(readAttributs(fonds)).toEqual([
    { d: 'M0,0h1v1z', 'data-code': '01', fill: '#fff' },
    { d: 'M1,0h1v1z', 'data-code': '02', fill: '#0af', class: 'estompe' },
    { d: 'M5,5h1v1z', 'data-code': '974', fill: 'url(#rayures)' }
  ])
  expect(readAttributs(motifs)).toEqual([
    { fill: 'none' },
    { d: 'M1,0h1v1z', 'data-motif': '02', fill: 'url(#points)', class: 'estompe' },
    { fill: 'none' }
  ])
})

it('takes nothing of what the data say for markup', () => {
  const code = '"><script>&amp;'
  const [fonds, motifs] = createGroupes([chemin(code, 'M0,0z')], [teinte('#fff', 'url(#<b>)')])
  expect([fonds.children.length, motifs.children.length]).toEqual([1, 1])
  expect(fonds.firstElementChild?.getAttribute('data-code')).toBe(code)
  expect(motifs.firstElementChild?.getAttribute('fill')).toBe('url(#<b>)')
})

it.each([
  ['more', CHEMINS.slice(0, 1)],
  ['fewer', [...CHEMINS, chemin('976', 'M9,9z')]],
  ['other', CHEMINS.map(({ code }, i) => chemin(`${code}-`, `M${i},7z`))]
])('paints %s territories than the page was drawn with', (_, avant) => {
  const [fonds, motifs] = createGroupes(
    avant,
    avant.map(() => teinte('#123'))
  )
  const [fondsVoulus, motifsVoulus] = createGroupes(CHEMINS, TEINTES)
  paintTeintes(fonds, motifs, CHEMINS, TEINTES)
  expect(readAttributs(fonds)).toEqual(readAttributs(fondsVoulus))
  expect(readAttributs(motifs)).toEqual(readAttributs(motifsVoulus))
  expect(fonds.lastElementChild?.namespaceURI).toBe(SVG)
})

it('draws other outlines than before, as a frame that is zoomed asks for, with what is painted on them', () => {
  const [fonds, motifs] = createGroupes(CHEMINS, TEINTES)
  paintTeintes(fonds, motifs, CHEMINS, TEINTES)
  const fins = CHEMINS.map(({ code, d }) => chemin(code, `${d}M9,9`))
  const [fondsVoulus, motifsVoulus] = createGroupes(fins, TEINTES)
  paintTeintes(fonds, motifs, fins, TEINTES)
  expect(readAttributs(fonds)).toEqual(readAttributs(fondsVoulus))
  expect(readAttributs(motifs)).toEqual(readAttributs(motifsVoulus))
})
