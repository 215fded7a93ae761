import { readFileSync } from 'node:fs'
import { expect, test } from './banc'
import { strFromU8, unzipSync } from 'fflate'
import { readFige } from '../fixtures/figes'
import { open } from './panneaux-donnees'
import { listManquants, readPages } from './papier'

const SCENES = (
  JSON.parse(readFige('donnees/scenes.json')) as { scenes: { titre: string; masquee?: boolean }[] }
).scenes.filter(({ masquee }) => !masquee)

/** The texts of a slide, without what XML writes for a sign. */
const listTextes = (xml = new Uint8Array()) =>
  [...strFromU8(xml).matchAll(/<a:t>([^<]+)<\/a:t>/g)].map(([, texte = '']) =>
    texte.replace(/&(amp|lt|gt|quot|apos);/g, (_, nom: keyof typeof SIGNES) => SIGNES[nom])
  )
const SIGNES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '’' }

test('the scenes are saved for PowerPoint, a slide each, can be stopped, and are printed one a page', async ({
  page
}) => {
  // A device that does not share: the link is still sent by mail, or copied.
  await page.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined }))
  const demandes: string[] = []
  page.on('request', (requete) => demandes.push(requete.url()))
  await open(page, '')
  await page.getByRole('button', { name: 'Exporter', exact: true }).click()
  const dialogue = page.getByRole('dialog', { name: 'Exporter et partager' })
  const presentation = dialogue.getByRole('region', { name: 'La présentation' })
  await presentation.waitFor()
  const liens = dialogue.getByRole('region', { name: 'Un lien' })
  await expect(liens.getByRole('link', { name: 'Envoyer par courriel' })).toBeVisible()
  await expect(liens.getByRole('button', { name: 'Partager…' })).toHaveCount(0)
  expect(demandes.some((adresse) => /pptx|travail-/.test(adresse))).toBe(false)

  // Stopped while it works (its program is kept back for as long), nothing is saved.
  let release = () => {}
  const retenu = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\/travail-[^/]*\.js/, async (route) => {
    await retenu
    await route.continue().catch(() => undefined)
  })
  for (const nom of ['PDF, une scène par page', 'PowerPoint']) {
    await presentation.getByRole('button', { name: nom }).click()
    await expect(presentation.getByRole('status')).toHaveText('Préparation des diapositives…')
    await presentation.getByRole('button', { name: 'Arrêter' }).click()
    await expect(presentation.getByRole('status')).toHaveText('Arrêté\u00A0: rien n’a été enregistré.')
  }
  release()

  const fichier = page.waitForEvent('download')
  await presentation.getByRole('button', { name: 'PowerPoint' }).click()
  const pptx = readFileSync(await (await fichier).path())
  const parties = unzipSync(pptx)
  expect(Object.keys(parties).filter((nom) => /^ppt\/slides\/slide\d+\.xml$/.test(nom))).toHaveLength(
    SCENES.length
  )
  // How large each of the two is, is said where they are chosen; of the one that is made, then exactly.
  const [, pptxDit = '', pdfDit = ''] =
    /([\d,]+)\sMo\s+en\s+PowerPoint, ([\d,]+)\sMo\s+en\s+PDF/.exec(
      (await presentation.textContent()) ?? ''
    ) ?? []
  const megaoctets = (octets: number) => octets / 1_000_000
  const readNombre = (texte: string) => Number(texte.replace(',', '.'))
  expect(Math.abs(readNombre(pptxDit) - megaoctets(pptx.length))).toBeLessThan(0.15)
  await expect(presentation.getByRole('status')).toContainText('est dans les téléchargements')
  const [, exacte = ''] =
    /([\d,]+)\sMo\)/.exec((await presentation.getByRole('status').textContent()) ?? '') ?? []
  expect(Math.abs(readNombre(exacte) - megaoctets(pptx.length))).toBeLessThan(0.051)

  // What the printer is given: the browser's own command is stood in for, and its pages are made there.
  const pages = page.waitForEvent('console', {
    predicate: (message) => message.text() === 'print',
    timeout: 60_000
  })
  await page.evaluate(() => {
    window.print = () => {
      const copie = document.querySelector('.fne-diapos-imprimees')?.cloneNode(true) as HTMLElement
      copie.dataset['copie'] = ''
      setTimeout(() => {
        document.body.append(copie)
        console.log('print')
      })
    }
  })
  await presentation.getByRole('button', { name: 'PDF, une scène par page' }).click()
  await pages
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(Math.abs(readNombre(pdfDit) - megaoctets(pdf.length))).toBeLessThan(0.15)
  // Vector: no picture stands in for a map.
  expect(pdf.toString('latin1').match(/\/Subtype\s*\/Image/g) ?? []).toHaveLength(0)
  // Its text can be searched: each page says the title of its scene, and what is written on the slide of the same rank.
  const feuilles = await readPages(pdf)
  expect(feuilles.pages).toHaveLength(SCENES.length)
  for (const [i, { titre }] of SCENES.entries()) {
    const texte = feuilles.pages[i]?.texte ?? ''
    const dits = listTextes(parties[`ppt/slides/slide${i + 1}.xml`])
    expect(listManquants(texte, [...titre.split(/\{[^}]*\}/), ...dits]), titre).toEqual([])
  }
})
