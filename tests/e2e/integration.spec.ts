import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from './banc'
import { buildCodeIntegration } from '../../src/export/integration'
import { VUE_PAR_DEFAUT } from '../../src/state/vue'
import { LIGNES } from './panneaux-donnees'

test.use({ serviceWorkers: 'allow' })

const HAUTEUR = 500
/** What a page of a newspaper does with the messages of Datawrapper's charts, and what any page may do with ours. */
const SCRIPT = `
  window.recus = []
  addEventListener('message', ({ data, source }) => {
    window.recus.push(data)
    for (const hauteur of Object.values(data['datawrapper-height'] ?? {}))
      for (const cadre of document.querySelectorAll('iframe'))
        if (cadre.contentWindow === source) cadre.height = hauteur
  })`

/** A page of somebody else's, on another port, which lets nothing in but its own script and the map's frame. */
async function serveHote(codes: readonly string[], carte: string) {
  const serveur = createServer((requete, reponse) => {
    if (requete.url !== '/') return void reponse.writeHead(404).end()
    reponse.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src 'nonce-hote'; frame-src ${new URL(carte).origin}`
    })
    reponse.end(
      `<!doctype html><html lang="fr"><title>Un journal</title><script nonce="hote">${SCRIPT}</script>
      <h1>Un journal</h1>${codes.join('<p>Entre les deux.</p>')}`
    )
  })
  await new Promise<void>((resolve) => serveur.listen(0, 'localhost', resolve))
  const { port } = serveur.address() as AddressInfo
  return {
    adresse: `http://localhost:${port}/`,
    close: () => new Promise((resolve) => serveur.close(resolve))
  }
}

test('two maps in a page of another site with a strict policy: as high as they are, keeping nothing, with a way out', async ({
  page,
  context,
  baseURL
}) => {
  await context.addInitScript(() => {
    const lus: string[] = []
    Object.assign(window, { lus })
    const lire = Storage.prototype.getItem
    Storage.prototype.getItem = function (cle) {
      lus.push(cle)
      return lire.call(this, cle)
    }
  })
  const choix = { cadrage: 'vue', theme: 'clair', hauteur: HAUTEUR, instantane: null } as const
  const codes = [
    { ...VUE_PAR_DEFAUT, territoire: '41' },
    { ...VUE_PAR_DEFAUT, region: '24', vue: 'croisee' as const }
  ].map((vue, i) =>
    buildCodeIntegration(vue, { ...choix, theme: i === 0 ? 'clair' : 'sombre' }, String(baseURL))
  )
  const hote = await serveHote(codes as string[], String(baseURL))
  try {
    const refus: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy|Refused/i.test(message.text())) refus.push(message.text())
    })
    await page.goto(hote.adresse)
    const cadres = ['carte-fne-41', 'carte-fne-24'].map((nom) => ({
      nom,
      cadre: page.locator(`iframe[name="${nom}"]`),
      carte: page.frameLocator(`iframe[name="${nom}"]`)
    }))
    for (const { cadre, carte } of cadres) {
      await cadre.scrollIntoViewIfNeeded()
      await expect(carte.locator('.fne-svg-fonds [data-code="41"]').first()).toBeVisible()
      // Bare: none of the app around it.
      for (const piece of ['.fne-panneau', '.fne-entete', '.fne-barre', 'nav'])
        await expect(carte.locator(piece)).toHaveCount(0)
      await expect(carte.locator('.source')).toContainText('présentation de la table ronde')
      // As high as all that it holds.
      await expect.poll(() => cadre.getAttribute('height')).not.toBe(String(HAUTEUR))
      await expect
        .poll(() =>
          carte
            .locator('html')
            .evaluate(({ scrollHeight, clientHeight }) => Math.abs(scrollHeight - clientHeight))
        )
        .toBeLessThanOrEqual(1)
      expect(
        await carte.locator('.fne-scene').evaluate((scene) => scene.getBoundingClientRect().height)
      ).toBeGreaterThan(240)
    }
    const recus = await page.evaluate(() => (window as unknown as { recus: { nom?: string }[] }).recus)
    for (const { nom } of cadres)
      expect(recus).toContainEqual({ type: 'carte-fne:hauteur', nom, hauteur: expect.any(Number) })

    const [{ carte }, autre] = cadres as [(typeof cadres)[0], (typeof cadres)[0]]
    expect(await carte.locator('html').getAttribute('data-fne-theme')).toBe('clair')
    expect(await autre.carte.locator('html').getAttribute('data-fne-theme')).toBe('sombre')

    // A territory answers in the frame; going back is still the page's own.
    const pas = await page.evaluate(() => history.length)
    await carte.locator('.fne-encart[data-encart="974"]').click()
    await expect(
      carte.getByRole('status').filter({ hasText: LIGNES.find(({ code }) => code === '974')?.nom ?? '?' })
    ).toBeVisible()
    expect(await page.evaluate(() => history.length)).toBe(pas)
    const lien = carte.getByRole('link', { name: /Ouvrir la carte/ })
    expect(await lien.evaluate((a) => (a as HTMLAnchorElement).href)).toBe(`${baseURL}?territoire=974`)
    const ouverte = context.waitForEvent('page')
    await lien.click()
    await (await ouverte).close()

    expect(refus).toEqual([])
    expect(await context.cookies()).toEqual([])
    for (const { carte } of cadres) {
      const garde = await carte.locator('html').evaluate(async () => ({
        lus: (window as unknown as { lus: string[] }).lus,
        local: localStorage.length,
        session: sessionStorage.length,
        bases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
        travailleurs: (await navigator.serviceWorker.getRegistrations()).length
      }))
      expect(garde).toEqual({ lus: [], local: 0, session: 0, bases: 0, caches: 0, travailleurs: 0 })
    }
  } finally {
    await hote.close()
  }
})
