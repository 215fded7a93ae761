import { placeReperes, type Segment } from '../../map/marques/poserReperes'
import type { Repere } from '../../map/marques/repere'
import { attributs, couper, echapper } from './balises'
import type { Rectangle } from './disposition'
import { measureTexte } from '../../ui/mesureTexte'

/** The mark of a pin is the same on all grounds: light on dark. */
const PIN = '#000091'
const [FOND, TEXTE] = ['#ffffff', '#161616']

/** Where a mark belongs, and what it may not leave. */
interface Ancre {
  readonly x: number
  readonly y: number
  readonly cadre: Rectangle
  /** It is on an inset, where there is no room for a name, and no code to keep in sight. */
  readonly encart: boolean
}

/** The words of a mark, with the department's code where the place is not the department itself. */
const nameRepere = ({ lieux, territoire, code }: Repere) =>
  lieux.length === 0 ? '' : `${lieux.join(', ')}${territoire ? ` (${code})` : ''}`

/**
 * The pins by their column of the comparison, and the places named, as marks over a picture, beside what they belong to.
 * @param ancreOf null for a territory that the picture does not show
 * @param corps font size of the picture
 * @param interdits what no mark covers: the captions of the insets
 */
export function drawReperes(
  reperes: readonly Repere[],
  ancreOf: (code: string) => Ancre | null,
  corps: number,
  interdits: readonly Rectangle[]
): string {
  const taille = corps * 0.95
  const pin = taille * 1.5
  const marques = reperes.flatMap((repere) => {
    const ancre = ancreOf(repere.code)
    if (!ancre) return []
    const nom = nameRepere(repere)
    const largeurNom = nom ? measureTexte(nom, taille, true) + taille : 0
    const epingle = repere.rang === null ? 0 : pin + (nom ? taille * 0.25 : 0)
    return [{ repere, nom, ancre, largeurNom, epingle, largeur: epingle + largeurNom, hauteur: pin }]
  })
  const demi = corps * 0.8
  const places = placeReperes(
    marques.map(({ ancre: { x, y, cadre, encart }, largeur, hauteur }) => ({
      ancres: [{ x, y, emprise: encart ? { x: 0, y: 0 } : { x: demi * 1.3, y: demi } }],
      largeur,
      hauteur,
      cadre
    })),
    { interdits, genes: [] }
  )
  const dessins = marques.map(({ repere, nom, largeurNom, epingle }, i) => {
    const place = places[i]
    if (!place) return ''
    const { x, y, hauteur, trait: ligne } = place
    const trait = ({ x1, y1, x2, y2 }: Segment, couleur: string, epaisseur: number) =>
      `<path d="M${couper(x1)},${couper(y1)}L${couper(x2)},${couper(y2)}" stroke="${couleur}" stroke-width="${couper(epaisseur)}"/>`
    const bas = y + hauteur / 2 + taille * 0.35
    return [
      `<g data-repere="${repere.code}">`,
      ligne ? trait(ligne, FOND, corps / 3) + trait(ligne, PIN, corps / 8) : '',
      repere.rang === null
        ? ''
        : `<circle ${attributs({ cx: x + pin / 2, cy: y + pin / 2, r: pin / 2 })} fill="${PIN}" stroke="${FOND}" stroke-width="${couper(corps / 8)}"/><text ${attributs({ x: x + pin / 2, y: bas, 'font-size': taille })} font-weight="700" text-anchor="middle" fill="${FOND}">${repere.rang}</text>`,
      nom
        ? `<rect ${attributs({ x: x + epingle, y, width: largeurNom, height: hauteur, rx: corps / 4 })} fill="${FOND}" stroke="${PIN}" stroke-width="${couper(corps / 8)}"/><text ${attributs({ x: x + epingle + taille / 2, y: bas, 'font-size': taille })} font-weight="700" fill="${TEXTE}">${echapper(nom)}</text>`
        : '',
      '</g>'
    ].join('')
  })
  return dessins.join('')
}
