import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { echapper } from '../scene/balises'
import type { Diapo, Element, Remplissage } from './diapo'

/**
 * What the library that writes slides does not: patterns as fills, what a shape is read out as or that it is not, the first
 * row of a table as its headers, French as the language of all parts, numbers of objects that are unique on their slide, no mention of parts that are not there, elements in
 * the order of the standard and as often as it allows (PowerPoint may offer to repair the file otherwise), and a file
 * that is compressed.
 */
export function finishPptx(octets: Uint8Array, diapos: readonly Diapo[]): Uint8Array {
  const parties = unzipSync(octets)
  const noms = new Set(Object.keys(parties))
  const sortie: Zippable = {}
  for (const [nom, contenu] of Object.entries(parties)) {
    if (nom.endsWith('/')) continue
    if (!/\.(?:xml|rels)$/.test(nom)) {
      // A chart's workbook is compressed already.
      sortie[nom] = [contenu, { level: 0 }]
      continue
    }
    const diapo = /^ppt\/slides\/slide(\d+)\.xml$/.exec(nom)
    let texte = strFromU8(contenu)
      .replaceAll(' altLang="en-US"', '')
      .replaceAll('lang="en-US"', 'lang="fr-FR"')
    if (diapo) texte = finishDiapo(texte, diapos[Number(diapo[1]) - 1]?.elements ?? [])
    else if (nom === '[Content_Types].xml')
      texte = texte.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (tout, partie: string) =>
        noms.has(partie) ? tout : ''
      )
    else if (nom === 'ppt/presentation.xml') texte = finishPresentation(texte)
    else if (/^ppt\/charts\/chart\d+\.xml$/.test(nom)) texte = finishGraphique(texte)
    sortie[nom] = [strToU8(texte), { level: 6 }]
  }
  return zipSync(sortie)
}

/** The master of the notes is listed before the slides (ECMA-376, CT_Presentation). */
function finishPresentation(xml: string): string {
  const [notes = ''] = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s.exec(xml) ?? []
  return notes ? xml.replace(notes, '').replace('<p:sldIdLst>', () => `${notes}<p:sldIdLst>`) : xml
}

const PARAGRAPHE = /<a:p>.*?<\/a:p>/gs
const PROPRIETES = /<a:pPr\b(?:[^>]*\/>|.*?<\/a:pPr>)/gs

/** A paragraph says once how it is set, before its words (CT_TextParagraph): the library says it before each run. */
const finishTexte = (xml: string) =>
  xml.replace(PARAGRAPHE, (paragraphe) => {
    let premiere = true
    return paragraphe.replace(PROPRIETES, (proprietes) => {
      if (!premiere) return ''
      premiere = false
      return proprietes
    })
  })

const OBJET = '<p:cNvPr '
/** Nothing to be read out: what it shows stands beside it as a text, or is told of the shape that it lies on. */
const ORNEMENT =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'

/** The objects of a slide are written in the order of its elements, after the group that holds them all. */
function finishDiapo(xml: string, elements: readonly Element[]): string {
  const [debut = '', groupe = '', ...objets] = finishTexte(xml).split(OBJET)
  if (objets.length !== elements.length)
    throw new Error(`A slide has ${objets.length} objects, not ${elements.length}.`)
  return [
    debut,
    groupe,
    ...objets.map((objet, i) => {
      const element = elements[i] as Element
      const description = 'description' in element ? element.description : ''
      const ornement = element.genre === 'forme' && !description ? ORNEMENT : ''
      const nomme = objet
        .replace(
          /^id="\d+" name="[^"]*"(?: descr="[^"]*")?(\/?>)/,
          (_, fin: string) =>
            `id="${i + 2}" name="${echapper(element.nom)}"${description ? ` descr="${echapper(description)}"` : ''}${fin}${ornement}`
        )
        .replace('<a:tblPr/>', '<a:tblPr firstRow="1"/>')
      if (element.genre !== 'forme' || !element.fond || element.fond.genre === 'uni') return nomme
      const { fond } = element
      return nomme.replace(/<a:solidFill>.*?<\/a:solidFill>/, () => fillXml(fond))
    })
  ].join(OBJET)
}

/**
 * The labels of a series come after its points (ECMA-376, CT_BarSer), on one line each, with a French thousands separator;
 * bars have the two axes that are drawn, and not the third that the library names (CT_BarChart).
 */
function finishGraphique(xml: string): string {
  const [etiquettes = ''] = /<c:dLbls>.*?<\/c:dLbls>(?=\s*<c:dPt>)/.exec(xml) ?? []
  return xml
    .replace(etiquettes, '')
    .replace('<c:cat>', () => `${etiquettes.replace('<a:bodyPr/>', '<a:bodyPr wrap="none"/>')}<c:cat>`)
    .replace(/(<c:axId val="\d+"\/>\s*<c:axId val="\d+"\/>)\s*<c:axId val="\d+"\/>/, '$1')
    .replace('<c:roundedCorners val="1"/>', '<c:lang val="fr-FR"/><c:roundedCorners val="0"/>')
}

const couleurXml = (couleur: string) => `<a:srgbClr val="${couleur.slice(1).toUpperCase()}"/>`
/** Dots half as strong as on the map: some programs draw their grid as lines, which would read as borders. */
function mix(a: string, b: string): string {
  const canal = (i: number) =>
    Math.round(parseInt(a.slice(i, i + 2), 16) * 0.4 + parseInt(b.slice(i, i + 2), 16) * 0.6)
      .toString(16)
      .padStart(2, '0')
  return `#${canal(1)}${canal(3)}${canal(5)}`
}
const MOTIFS = { points: 'dotGrid', hachures: 'wdUpDiag' } as const
/** How often the colours of stripes come back over a shape. */
const TOURS = 4

function fillXml(fond: Exclude<Remplissage, { genre: 'uni' }>): string {
  if (fond.genre !== 'rayures')
    return `<a:pattFill prst="${MOTIFS[fond.genre]}"><a:fgClr>${couleurXml(fond.genre === 'points' ? mix(fond.dessus, fond.couleur) : fond.dessus)}</a:fgClr><a:bgClr>${couleurXml(fond.couleur)}</a:bgClr></a:pattFill>`
  const bandes = Array.from({ length: TOURS }, () => fond.couleurs).flat()
  const arrets = bandes.flatMap((couleur, i) =>
    [i, i + 1].map(
      (bord) => `<a:gs pos="${Math.round((bord / bandes.length) * 100_000)}">${couleurXml(couleur)}</a:gs>`
    )
  )
  return `<a:gradFill><a:gsLst>${arrets.join('')}</a:gsLst><a:lin ang="0" scaled="0"/></a:gradFill>`
}
