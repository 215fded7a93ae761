import PptxGenJS from 'pptxgenjs'
import { ACCENT, ENCRE, FOND_DOUX, HAUTEUR, LARGEUR, TRAIT, type Diapo, type Element } from './diapo'
import { finishPptx } from './finirPptx'

/** Slides' pixels in inches, and in points for letters and lines. */
const pouces = (px: number) => px / 96
const points = (px: number) => Math.round(px * 0.75 * 100) / 100
const rvb = (couleur: string) => couleur.slice(1).toUpperCase()

/** What every machine has; the State's own face is on few that slides are shown on, and this is what it names instead. */
const POLICE = 'Arial'
const MODELE = 'Carte FNE'
const TITRE = 'titre'
const TITRE_PLACE = { x: pouces(44), y: pouces(30), w: pouces(LARGEUR - 88), h: pouces(46) }

export interface Ecrit {
  readonly titre: string
  readonly diapos: readonly Diapo[]
}

/**
 * A presentation for PowerPoint: every text, shape, table and chart is the program's own and can be changed there.
 * @returns the bytes of a .pptx
 * @throws where the library or the memory gives up
 */
export async function writePptx({ titre, diapos }: Ecrit): Promise<Uint8Array> {
  const pptx = new PptxGenJS()
  pptx.defineLayout({ name: MODELE, width: pouces(LARGEUR), height: pouces(HAUTEUR) })
  pptx.layout = MODELE
  pptx.title = titre
  pptx.subject = titre
  pptx.author = MODELE
  pptx.company = MODELE
  pptx.theme = { headFontFace: POLICE, bodyFontFace: POLICE }
  pptx.defineSlideMaster({
    title: MODELE,
    background: { color: 'FFFFFF' },
    objects: [
      {
        placeholder: {
          options: { name: TITRE, type: 'title', ...TITRE_PLACE, margin: 0 },
          text: ''
        }
      }
    ]
  })
  for (const { elements, notes } of diapos) {
    const diapo = pptx.addSlide({ masterName: MODELE })
    for (const element of elements) write(diapo, element)
    if (notes) diapo.addNotes(notes)
  }
  const octets = (await pptx.write({ outputType: 'uint8array' })) as Uint8Array
  return finishPptx(octets, diapos)
}

function write(diapo: PptxGenJS.Slide, element: Element): void {
  const place = {
    x: pouces(element.x),
    y: pouces(element.y),
    w: pouces(element.largeur),
    h: pouces(element.hauteur),
    objectName: element.nom
  }
  switch (element.genre) {
    case 'texte': {
      const { paragraphes, taille, couleur, alignement, role } = element
      const texte = paragraphes.flatMap(({ morceaux }) =>
        morceaux.map(({ texte, gras }, i) => ({
          text: texte,
          options: { bold: gras === true, breakLine: i === morceaux.length - 1 }
        }))
      )
      diapo.addText(texte, {
        ...place,
        ...(role === 'titre' ? { placeholder: TITRE } : {}),
        margin: 0,
        fontFace: POLICE,
        fontSize: points(taille),
        color: rvb(couleur),
        align: ALIGNEMENTS[alignement],
        valign: alignement === 'centre' ? 'middle' : 'top',
        wrap: true,
        lang: 'fr-FR',
        ...(paragraphes.length > 1 && alignement === 'gauche'
          ? { paraSpaceAfter: points(taille * 0.25) }
          : {})
      })
      break
    }
    case 'forme': {
      const { contours, ferme, fond, trait } = element
      diapo.addShape(typeof contours === 'string' ? FORMES[contours] : FORME_LIBRE, {
        ...place,
        // Patterns are no fill of this library: they are written over this colour afterwards.
        ...(fond ? { fill: { color: rvb(fond.genre === 'rayures' ? '#ffffff' : fond.couleur) } } : {}),
        ...(trait ? { line: { color: rvb(trait.couleur), width: points(trait.epaisseur) } } : {}),
        ...(typeof contours === 'string'
          ? {}
          : {
              points: contours.flatMap((anneau) => [
                ...anneau.map(([x, y], i) => ({
                  x: pouces(x - element.x),
                  y: pouces(y - element.y),
                  ...(i === 0 ? { moveTo: true } : {})
                })),
                ...(ferme ? [{ close: true as const }] : [])
              ])
            })
      })
      break
    }
    case 'tableau': {
      const { tetes, lignes, largeurs, hauteurs, taille } = element
      const bord = { type: 'solid' as const, pt: 0.75, color: rvb(TRAIT) }
      const cellule = { fontFace: POLICE, fontSize: points(taille), lang: 'fr-FR', valign: 'top' as const }
      const marge = points(taille * 0.3) / 72
      diapo.addTable(
        [
          tetes.map((text) => ({
            text,
            options: { ...cellule, bold: true, color: rvb(ACCENT), fill: { color: rvb(FOND_DOUX) } }
          })),
          ...lignes.map((ligne) =>
            ligne.map((text, i) => ({ text, options: { ...cellule, color: rvb(ENCRE), bold: i === 0 } }))
          )
        ],
        {
          ...place,
          colW: largeurs.map(pouces),
          rowH: hauteurs.map(pouces),
          margin: [marge * 0.6, marge, marge * 0.6, marge],
          border: bord,
          autoPage: false
        }
      )
      break
    }
    case 'graphique': {
      const { barres, unite, taille, nom, description } = element
      const corps = points(taille)
      diapo.addChart(
        'bar',
        [
          {
            name: nom,
            labels: barres.map(({ libelle }) => libelle),
            values: barres.map(({ valeur }) => valeur)
          }
        ],
        {
          ...place,
          altText: description,
          barDir: 'bar',
          barGapWidthPct: 45,
          chartColors: barres.map(({ couleur }) => rvb(couleur)),
          // The library's types know one order only.
          catAxisOrientation: 'maxMin' as 'minMax',
          catAxisLabelFontFace: POLICE,
          catAxisLabelFontSize: corps,
          catAxisLabelColor: rvb(ENCRE),
          catAxisLineShow: false,
          valAxisHidden: true,
          valAxisMinVal: 0,
          ...(unite === 'pourcent' ? { valAxisMaxVal: 100 } : {}),
          valGridLine: { style: 'none' },
          showLegend: false,
          showTitle: false,
          showValue: true,
          dataLabelColor: rvb(ENCRE),
          dataLabelFontBold: true,
          dataLabelFontFace: POLICE,
          dataLabelFontSize: corps,
          dataLabelPosition: 'outEnd',
          dataLabelFormatCode: FORMATS_NOMBRE[unite]
        }
      )
      break
    }
    default:
      element satisfies never
  }
}

/** French numbers on any machine: the sign between thousands of a plain format is that of the machine's own language. */
const FORMATS_NOMBRE = {
  nombre: '[>=1000000]#"\u202F"###"\u202F"##0;[>=1000]#"\u202F"##0;0',
  pourcent: '0"\u202F%"'
} as const
const ALIGNEMENTS = { gauche: 'left', centre: 'center', droite: 'right' } as const
/** The library's types leave it out. */
const FORME_LIBRE = 'custGeom' as PptxGenJS.SHAPE_NAME
const FORMES = { rectangle: 'rect', ellipse: 'ellipse' } as const
