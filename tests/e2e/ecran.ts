import type { Page } from '@playwright/test'

/** A part of the screen, in CSS pixels from its corner. */
export interface Cadre {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The pictures that a page is asked for come one after the other: a part is had by a window that looks there. */
const files = new WeakMap<Page, Promise<unknown>>()

/**
 * What is on the screen, as a PNG. Playwright has the browser pack it as small as it can, which takes half of the time of a
 * picture that is read at once and thrown away. As there, what was last done to the page is painted first.
 */
export function shoot(page: Page, cadre?: Cadre): Promise<Buffer> {
  const avant = files.get(page) ?? Promise.resolve()
  const image = avant.then(() => capture(page, cadre))
  files.set(
    page,
    image.catch(() => undefined)
  )
  return image
}

async function capture(page: Page, cadre?: Cadre): Promise<Buffer> {
  const session = await page.context().newCDPSession(page)
  // A part is counted from the corner of the page, wherever that has been scrolled to.
  const clip = cadre && { ...cadre, scale: 1 }
  if (clip) {
    const { cssVisualViewport } = await session.send('Page.getLayoutMetrics')
    clip.x += cssVisualViewport.pageX
    clip.y += cssVisualViewport.pageY
  }
  await page.evaluate(() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r))))
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'png',
    optimizeForSpeed: true,
    ...(clip && { clip })
  })
  await session.detach()
  return Buffer.from(data, 'base64')
}
