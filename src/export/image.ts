import { takeExport } from '../data/charger'
import type { Polices } from './scene/svg'
import type { Taille } from './scene/scene'

/** The faces that go into a picture; loaded now. */
export async function loadPolices(): Promise<Polices> {
  return takeExport(import('virtual:fne-polices'), 'default')
}

export const toBlobSvg = (svg: string) => new Blob([svg], { type: 'image/svg+xml;charset=utf-8' })

/**
 * The pixels of a picture.
 * @param fois pixels to a CSS pixel: 1, 2 or 4
 * @throws Error where the browser cannot draw it: it is too large for its memory
 */
export async function drawPng(svg: string, { largeur, hauteur }: Taille, fois: number): Promise<Blob> {
  const adresse = URL.createObjectURL(toBlobSvg(svg))
  try {
    const image = new Image()
    image.src = adresse
    await image.decode()
    const toile = document.createElement('canvas')
    toile.width = Math.round(largeur * fois)
    toile.height = Math.round(hauteur * fois)
    const contexte = toile.getContext('2d')
    if (!contexte) throw new Error('no canvas')
    contexte.drawImage(image, 0, 0, toile.width, toile.height)
    return await new Promise((resolve, reject) =>
      toile.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png')
    )
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
