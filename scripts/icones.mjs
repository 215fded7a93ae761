import { mkdirSync, readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { CHROMIUM_ARGS, findChromium } from './chromium.mjs'

/**
 * `npm run icones`: draws static/icone.svg as the PNG files that an installed app needs. To be run when the drawing
 * changes; the pictures are committed.
 */
const SORTIE = 'static/icones'
const BLEU = '#000091'
const dessin = readFileSync('static/icone.svg', 'utf8')

/** Of a maskable icon only the middle circle, of 80 %, is sure to be shown: the ground goes on to the edges. */
const ICONES = [
  { nom: 'icone-192', cote: 192, part: 1, fond: 'transparent' },
  { nom: 'icone-512', cote: 512, part: 1, fond: 'transparent' },
  { nom: 'icone-masquable-512', cote: 512, part: 0.8, fond: BLEU },
  { nom: 'icone-apple-180', cote: 180, part: 0.9, fond: BLEU }
]

mkdirSync(SORTIE, { recursive: true })
const executablePath = findChromium()
const navigateur = await chromium.launch({
  args: CHROMIUM_ARGS,
  ...(executablePath ? { executablePath } : {})
})
for (const { nom, cote, part, fond } of ICONES) {
  const page = await navigateur.newPage({ viewport: { width: cote, height: cote } })
  await page.setContent(
    `<style>body{margin:0;height:100vh;display:grid;place-items:center;background:${fond}}svg{width:${part * 100}vw}</style>${dessin}`
  )
  await page.screenshot({ path: `${SORTIE}/${nom}.png`, omitBackground: true })
  await page.close()
}
await navigateur.close()
