import { takeExport } from '../data/charger'
import { pause, runParTranches } from '../ui/inactivite'
import { stepDessins } from './scene/dessins'
import { writePng } from './ecrirePng'
import type { Taille } from './scene/scene'
import { buildSvg, type Polices } from './scene/svg'

/** The faces that go into a picture; loaded now. */
export async function loadPolices(): Promise<Polices> {
  return takeExport(import('virtual:fne-polices'), 'default')
}

export const toBlobSvg = (svg: string) => new Blob([svg], { type: 'image/svg+xml;charset=utf-8' })

/** A picture as buildSvg makes it, without holding the page: its outlines are drawn in parts. */
export async function composeSvg(...image: Parameters<typeof buildSvg>): Promise<string> {
  await runParTranches(stepDessins(image[0]))
  await pause()
  return buildSvg(...image)
}

/**
 * The pixels of a picture. The browser draws and writes them beside the page, which answers meanwhile.
 * @param fois pixels to a CSS pixel: 1, 2 or 4
 * @throws Error where the browser cannot draw it: it is too large for its memory
 */
export async function drawPng(svg: string, { largeur, hauteur }: Taille, fois: number): Promise<Blob> {
  const [largeurPng, hauteurPng] = [Math.round(largeur * fois), Math.round(hauteur * fois)]
  // As large as its pixels are to be: what draws it has nothing to enlarge.
  const agrandi = svg.replace(
    / width="[^"]*" height="[^"]*"/,
    ` width="${largeurPng}" height="${hauteurPng}"`
  )
  const adresse = URL.createObjectURL(toBlobSvg(agrandi))
  try {
    const image = new Image()
    image.src = adresse
    await image.decode()
    const toile = document.createElement('canvas')
    toile.width = largeurPng
    toile.height = hauteurPng
    const points = await createImageBitmap(image).catch(() => null)
    if (points?.width === largeurPng && points.height === hauteurPng)
      toile.getContext('bitmaprenderer')?.transferFromImageBitmap(points)
    // A browser that makes no such thing of an SVG draws it here.
    else toile.getContext('2d')?.drawImage(image, 0, 0, largeurPng, hauteurPng)
    return await writePng(toile)
  } finally {
    URL.revokeObjectURL(adresse)
  }
}

/**
 * Puts a picture on the clipboard. The browser must be asked within the click: the picture comes as a promise.
 * @throws where the browser has no such clipboard, or forbids it
 */
export async function copyPng(png: Promise<Blob>): Promise<void> {
  // eslint-disable-next-line compat/compat -- Firefox before 127 has none: that is told, see above
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
}
