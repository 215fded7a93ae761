import { decode } from 'fast-png'

/** How far two values of a colour channel may be apart and still be the same colour on a screen. */
const TOLERANCE = 24
/** From this part of the picture's coloured pixels on, the map is there. */
const PART = 0.97

const readImage = (png) => {
  const { width, height, channels, data } = decode(png)
  return { width, height, at: (i) => data.subarray(i * channels, i * channels + 3) }
}

/** The pixels of a box that have a colour of their own, not white, grey or a pale ground. */
function findColoured(image, boite) {
  const places = []
  for (let y = Math.ceil(boite.y); y < Math.min(image.height, boite.y + boite.height); y += 2)
    for (let x = Math.ceil(boite.x); x < Math.min(image.width, boite.x + boite.width); x += 2) {
      const [r, g, b] = image.at(y * image.width + x)
      if (Math.max(r, g, b) - Math.min(r, g, b) > 28) places.push(y * image.width + x)
    }
  return places
}

/**
 * When the map was wholly coloured: the first picture in which the coloured pixels of the last one are as in the last one.
 * @param {{ instant: number, png: Buffer }[]} images in order
 * @param {{ x: number, y: number, width: number, height: number }} boite where the map is, in pixels
 * @returns {number | null} the instant of that picture; null where the map never has a colour
 */
export function findColouredInstant(images, boite) {
  const derniere = images.at(-1)
  if (!derniere) return null
  const fin = readImage(derniere.png)
  const places = findColoured(fin, boite)
  if (places.length < 500) return null
  let trouve = derniere.instant
  for (const { instant, png } of images.slice(0, -1).reverse()) {
    const image = readImage(png)
    if (image.width !== fin.width || image.height !== fin.height) break
    const egales = places.filter((i) => {
      const [a, b] = [image.at(i), fin.at(i)]
      return a.every((v, c) => Math.abs(v - b[c]) <= TOLERANCE)
    })
    if (egales.length / places.length < PART) break
    trouve = instant
  }
  return trouve
}
