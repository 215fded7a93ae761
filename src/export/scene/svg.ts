import { ENCARTS, type Cadre } from '../../map/cadre/cadres'
import { TAILLE_ETIQUETTE } from '../../map/apparence/etiquette'
import { COULEURS, couleursTexte, createApparenceOf, type Apparence } from '../../map/apparence/palette'
import { fillOf, listMotifs, motifOf, TAILLE_MARQUEUR } from '../../map/apparence/motifs'
import { computePlaques, placeEtiquettes } from '../../map/svg/etiquettes'
import { computeBoite, type Boite, type Traces } from '../../map/svg/traces'
import { drawDessins, findCadreSeul } from './dessins'
import { disposeScene, type Bloc, type Rectangle } from './disposition'
import { attributs, couper, echapper, motifSvg } from './balises'
import { readChemin } from '../diapos/chemin'
import { measureTexte, wrapTexte } from '../../ui/mesureTexte'
import { drawReperes } from './dessinerReperes'
import type { Habillage, SujetScene, Taille } from './scene'

/** The faces that an SVG carries along: WOFF2 in base64, by weight; empty where it names them only. */
export type Polices = Readonly<Partial<Record<400 | 700, string>>>

const FAMILLE = "Marianne, 'Segoe UI', 'Liberation Sans', Arial, sans-serif"

/**
 * A picture of the map that stands by itself: no stylesheet, no other file, text as text. It keeps to what all programs
 * draw alike: no `paint-order`, no `vector-effect`, no nested `svg` (LibreOffice ignores the first two).
 */
export function buildSvg(
  sujet: SujetScene,
  taille: Taille,
  habillage: Habillage,
  polices: Polices = {}
): string {
  const disposition = disposeScene(sujet, taille, habillage.echelle)
  const { corps, carte, encarts, legende, blocs } = disposition
  const seul = findCadreSeul(sujet)
  const { carte: traces, encarts: tracesEncarts } = drawDessins(sujet)
  const boite: Boite =
    sujet.bornes && !seul ? computeBoite(traces, sujet.bornes) : [0, 0, traces.largeur, traces.hauteur]
  const unite = corps / 15
  const { largeur, hauteur } = taille
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${largeur}" height="${hauteur}" viewBox="0 0 ${largeur} ${hauteur}" role="img" font-family="${FAMILLE}">`,
    `<title>${echapper(sujet.titre)}</title>`,
    `<desc>${echapper([...sujet.sousTitre, ...sujet.mentions, ...sujet.sources].join(' '))}</desc>`,
    defs(sujet, polices, unite),
    habillage.fond ? `<rect width="${largeur}" height="${hauteur}" fill="${habillage.fond}"/>` : '',
    habillage.mer
      ? `<rect ${attributs({ x: carte.x, y: carte.y, width: carte.largeur, height: carte.hauteur, fill: habillage.mer })}/>`
      : '',
    drawCadre(sujet, traces, boite, carte, { id: 'carte', unite, habillage, etiquettes: true }),
    ...ENCARTS.flatMap((cadre, i) => {
      const [place, siennes] = [encarts[i], tracesEncarts[i]]
      if (!place || !siennes) return []
      return drawEncart(sujet, siennes, place, cadre, {
        id: `encart-${cadre.id}`,
        unite,
        corps,
        habillage
      })
    }),
    ...legende.map(({ classe, x, y, droite, lignes }) => {
      const largeurSwatch = corps * 1.6
      const h = corps * 1.07
      const motif = motifOf('s', classe.apparence)
      const rect = (fill: string, trait = '') =>
        `<rect ${attributs({ x, y, width: largeurSwatch, height: h, fill })}${trait}/>`
      return [
        `<g data-classe="${classe.cle}">`,
        rect(
          fillOf('s', classe.apparence),
          ` stroke="${habillage.encart ? habillage.texteDoux : habillage.frontiere}" stroke-width="${couper(unite)}"`
        ),
        motif ? rect(motif) : '',
        classe.apparence.contradiction ? marqueur(x + largeurSwatch / 2, y + h / 2, unite * 0.85) : '',
        texte(
          lignes,
          { x: x + corps * 2.1, y: y + corps * 0.87, taille: corps, interligne: corps * 1.2 },
          habillage.texte
        ),
        `<text ${attributs({ x: droite, y: y + corps * 0.87, 'font-size': corps })} font-weight="700" text-anchor="end" fill="${habillage.texte}">${classe.compte}</text>`,
        `</g>`
      ].join('')
    }),
    ...blocs.map((bloc) => texte(bloc.lignes, bloc, colorOf(bloc, habillage))),
    drawReperes(
      sujet.reperes,
      (code) => findAncre(code, traces, boite, carte, encarts, taille),
      corps,
      ENCARTS.flatMap((cadre, i) => {
        const place = encarts[i]
        if (!place) return []
        const { bas } = captionOf(cadre, place, corps)
        return [{ ...place, y: place.y + place.hauteur - bas, hauteur: bas }]
      })
    ),
    '</svg>'
  ].join('')
}

/** Where a territory is in the picture: on its map where that shows it, else at the upper edge of its inset. */
function findAncre(
  code: string,
  traces: Traces,
  boite: Boite,
  carte: Rectangle,
  encarts: readonly Rectangle[],
  taille: Taille
) {
  const ancre = traces.ancres.get(code)
  if (ancre) {
    const { x, y, k } = placeCadre(boite, carte)
    const [ax, ay] = [x + ancre[0] * k, y + ancre[1] * k]
    const dedans =
      ax >= carte.x && ax <= carte.x + carte.largeur && ay >= carte.y && ay <= carte.y + carte.hauteur
    if (dedans) return { x: ax, y: ay, cadre: carte, encart: false }
  }
  const i = ENCARTS.findIndex(({ codes }) => codes?.includes(code))
  const place = encarts[i]
  if (!place) return null
  return { x: place.x + place.largeur / 2, y: place.y, cadre: { x: 0, y: 0, ...taille }, encart: true }
}

/** The lines under an inset, none wider than it, and the height that they take at its foot. */
function captionOf({ titre, titreCourt }: Cadre, place: Rectangle, corps: number) {
  const voulue = corps * 0.8
  const coupees = wrapTexte(titreCourt ?? titre, voulue, place.largeur)
  const largeur = Math.max(...coupees.map((ligne) => measureTexte(ligne, voulue)))
  const taille = voulue * Math.min(1, place.largeur / largeur)
  const lignes = coupees.map((ligne) => ligne.replaceAll('\u2060', ''))
  return { lignes, taille, bas: lignes.length * taille * 1.15 + corps * 0.25 }
}

/** How a box of the outlines comes to lie in a place of the picture: as large as it may be, in the middle. */
function placeCadre(boite: Boite, place: Rectangle) {
  const k = Math.min(place.largeur / boite[2], place.hauteur / boite[3])
  return {
    k,
    x: place.x + (place.largeur - boite[2] * k) / 2 - boite[0] * k,
    y: place.y + (place.hauteur - boite[3] * k) / 2 - boite[1] * k
  }
}

const colorOf = ({ role }: Bloc, { texte, texteDoux, alerte }: Habillage) =>
  role === 'mention' ? alerte : role === 'source' || role === 'note' ? texteDoux : texte

function defs({ apparences, classes }: SujetScene, polices: Polices, unite: number): string {
  const motifs = listMotifs([...apparences.values(), ...classes.map(({ apparence }) => apparence)])
  const faces = Object.entries(polices).map(
    ([graisse, donnees]) =>
      `@font-face{font-family:Marianne;font-weight:${graisse};src:url(data:font/woff2;base64,${donnees}) format('woff2')}`
  )
  return `<defs>${faces.length > 0 ? `<style>${faces.join('')}</style>` : ''}${motifs.map((motif) => motifSvg('s', motif, unite)).join('')}</defs>`
}

type Lignes = Pick<Bloc, 'x' | 'y' | 'taille' | 'interligne'> & { readonly gras?: boolean }

function texte(lignes: readonly string[], { x, y, taille, interligne, gras }: Lignes, fill: string): string {
  return lignes
    .map(
      (ligne, i) =>
        `<text ${attributs({ x, y: y + i * interligne, 'font-size': taille })}${gras ? ' font-weight="700"' : ''} fill="${fill}">${echapper(ligne)}</text>`
    )
    .join('')
}

function marqueur(x: number, y: number, echelle: number): string {
  return `<g transform="translate(${couper(x)},${couper(y)}) scale(${couper(echelle)})"><circle r="8" fill="#ffffff" stroke="#161616" stroke-width="1.6"/><path d="M0-4.5v5M0 3.4v.8" fill="none" stroke="#161616" stroke-width="2" stroke-linecap="round"/></g>`
}

interface OptionsCadre {
  readonly id: string
  readonly unite: number
  readonly habillage: Habillage
  readonly etiquettes?: boolean
}

/** One frame of the map, as large as its place allows, in the middle of it. */
function drawCadre(
  { apparences, estompes, selection, phrases }: SujetScene,
  traces: Traces,
  boite: Boite,
  place: Rectangle,
  { id, unite, habillage, etiquettes = false }: OptionsCadre
): string {
  const { k, x, y } = placeCadre(boite, place)
  const apparenceOf = createApparenceOf(apparences)
  const trait = (px: number) => couper((px * unite) / k)
  const entier = boite[0] === 0 && boite[2] === traces.largeur
  // What a pattern repeats is measured in the picture's pixels, whatever the frame's own unit is.
  const vus = entier ? traces.chemins : keepVisibles(traces.chemins, place, { x, y, k })
  const chemins = vus.map(({ code, d }) => {
    const apparence = apparenceOf(code)
    const motif = motifOf('s', apparence)
    const pale = estompes.has(code)
    const nom = phrases.get(code)
    return {
      fond: `<path d="${d}" data-code="${code}" fill="${fillOf(id, apparence)}"${pale ? ' fill-opacity="0.16"' : ''}>${nom ? `<title>${echapper(nom)}</title>` : ''}</path>`,
      motif: motif
        ? `<path d="${d}" fill="${motifOf(id, apparence)}"${pale ? ' fill-opacity="0.16"' : ''}/>`
        : ''
    }
  })
  const choisi = traces.chemins.find(({ code }) => code === selection)
  const contour = (stroke: string, px: number) =>
    choisi
      ? `<path d="${choisi.d}" fill="none" stroke="${stroke}" stroke-width="${trait(px)}" stroke-linejoin="round"/>`
      : ''
  return [
    `<g data-cadre="${id}"${entier ? '' : ` clip-path="url(#${id}-bord)"`}>`,
    `<defs>${listMotifs(traces.chemins.map(({ code }) => apparenceOf(code)))
      .map((motif) => motifSvg(id, motif, unite / k))
      .join('')}`,
    entier
      ? ''
      : `<clipPath id="${id}-bord"><rect ${attributs({ x: place.x, y: place.y, width: place.largeur, height: place.hauteur })}/></clipPath>`,
    `</defs>`,
    `<g transform="translate(${couper(x)},${couper(y)}) scale(${couper(k, 6)})">`,
    `<g stroke="${habillage.frontiere}" stroke-width="${trait(0.8)}" stroke-linejoin="round">${chemins.map(({ fond }) => fond).join('')}</g>`,
    chemins.map(({ motif }) => motif).join(''),
    traces.regions.length > 0
      ? `<path d="${traces.regions.join('')}" fill="none" stroke="${habillage.frontiere}" stroke-width="${trait(1.8)}" stroke-linejoin="round"/>`
      : '',
    contour(COULEURS.lisere, etiquettes ? 7 : 4),
    contour(COULEURS.selection, etiquettes ? 3.5 : 2),
    etiquettes
      ? drawEtiquettes(traces, apparenceOf, estompes, {
          pixel: unite / k,
          // Half a name says nothing.
          tient: (gauche, droite, haut, bas) =>
            entier ||
            (x + gauche * k >= place.x &&
              x + droite * k <= place.x + place.largeur &&
              y + haut * k >= place.y &&
              y + bas * k <= place.y + place.hauteur),
          habillage
        })
      : traces.chemins
          .map(({ code }) => {
            const ancre = traces.ancres.get(code)
            if (!ancre || !apparenceOf(code).contradiction) return ''
            return marqueur(...ancre, (TAILLE_MARQUEUR * unite) / k)
          })
          .join(''),
    `</g></g>`
  ].join('')
}

/** The outlines of which some may lie in a place that is cut out of the map: those of the others would weigh, and show nothing. */
function keepVisibles(
  chemins: Traces['chemins'],
  place: Rectangle,
  { x, y, k }: { readonly x: number; readonly y: number; readonly k: number }
): Traces['chemins'] {
  const meets = (n: number[], debut: number, longueur: number) =>
    Math.max(...n) * k >= debut && Math.min(...n) * k <= debut + longueur
  return chemins.filter(({ d }) => {
    const points = readChemin(d).flat()
    return (
      points.length > 0 &&
      meets(
        points.map(([px]) => px),
        place.x - x,
        place.largeur
      ) &&
      meets(
        points.map(([, py]) => py),
        place.y - y,
        place.hauteur
      )
    )
  })
}

interface OptionsEtiquettes {
  /** One of the picture's pixels, in units of the outlines. */
  readonly pixel: number
  /** Whether a part of the outlines, by its edges, lies in the frame. */
  readonly tient: (gauche: number, droite: number, haut: number, bas: number) => boolean
  readonly habillage: Habillage
}

function drawEtiquettes(
  traces: Traces,
  apparenceOf: (code: string) => Apparence,
  estompes: ReadonlySet<string>,
  { pixel, tient, habillage }: OptionsEtiquettes
): string {
  const isMarque = (code: string) => apparenceOf(code).contradiction
  return `<g font-weight="700" text-anchor="middle">${placeEtiquettes(traces, isMarque, pixel)
    .map((etiquette) => {
      const { code, x, y, corps, lignes, marqueur: signe } = etiquette
      const pale = estompes.has(code)
      const { texte: fill, halo } =
        pale && habillage.mer
          ? { texte: habillage.texte, halo: habillage.mer }
          : couleursTexte(apparenceOf(code), pale)
      const plaques = computePlaques(etiquette)
      const entiere = plaques.every(({ demi, dx, dy, epaisseur }) =>
        tient(
          x + (dx - demi - epaisseur / 2) * pixel,
          x + (dx + demi + epaisseur / 2) * pixel,
          y + (dy - epaisseur / 2) * pixel,
          y + (dy + epaisseur / 2) * pixel
        )
      )
      const fonds = plaques.map(
        ({ demi, dx, dy, epaisseur }) =>
          `<path d="M${couper(x + (dx - demi) * pixel)},${couper(y + dy * pixel)}h${couper(2 * demi * pixel)}" stroke="${halo}" stroke-width="${couper(epaisseur * pixel)}" stroke-linecap="round"/>`
      )
      const textes = lignes.map(
        ({ texte: contenu, dx, dy }) =>
          `<text ${attributs({ x: x + dx * pixel, y: y + dy * pixel, 'font-size': corps * pixel })} fill="${fill}">${echapper(contenu)}</text>`
      )
      return [
        entiere ? `<g${pale ? ' opacity="0.7"' : ''}>${fonds.join('')}${textes.join('')}</g>` : '',
        signe
          ? marqueur(
              x + signe.dx * pixel,
              y + signe.dy * pixel,
              (TAILLE_MARQUEUR * pixel * corps) / TAILLE_ETIQUETTE
            )
          : ''
      ].join('')
    })
    .join('')}</g>`
}

/** An inset in its frame, its name under it. */
function drawEncart(
  sujet: SujetScene,
  traces: Traces,
  place: Rectangle,
  cadre: Cadre,
  options: OptionsCadre & { readonly corps: number }
): string {
  const { corps, habillage } = options
  const { lignes, taille, bas } = captionOf(cadre, place, corps)
  const dedans = corps * 0.3
  const carte = {
    x: place.x + dedans,
    y: place.y + dedans,
    largeur: place.largeur - 2 * dedans,
    hauteur: place.hauteur - bas - 2 * dedans
  }
  return [
    habillage.encart
      ? `<rect ${attributs({ x: place.x, y: place.y, width: place.largeur, height: place.hauteur, rx: 3 })} fill="${habillage.mer ?? 'none'}" stroke="${habillage.encart}"/>`
      : '',
    drawCadre(sujet, traces, [0, 0, traces.largeur, traces.hauteur], carte, options),
    ...lignes.map(
      (ligne, i) =>
        `<text ${attributs({ x: place.x + place.largeur / 2, y: place.y + place.hauteur - bas + taille * 0.95 + i * taille * 1.15, 'font-size': taille })} text-anchor="middle" fill="${habillage.texte}">${echapper(ligne)}</text>`
    )
  ].join('')
}
