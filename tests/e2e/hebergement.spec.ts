import { readdirSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from './banc'
import { coloursAt, fondOf, placeOf, waitForMoteur } from './outils'
import { SERVEURS_INSTALLES, startServeur, type Site } from './serveursWeb'
import { DIST } from '../../scripts/dossiers.mjs'

/** An answer as it came over the wire: `fetch` would take its compression away. */
const ask = (adresse: string, encodages = 'gzip, deflate, br') =>
  new Promise<{ statut: number; entetes: Record<string, string>; octets: Buffer }>((resolve, reject) =>
    get(adresse, { headers: { 'accept-encoding': encodages } }, (reponse) => {
      const morceaux: Buffer[] = []
      reponse.on('data', (morceau: Buffer) => morceaux.push(morceau))
      reponse.on('end', () =>
        resolve({
          statut: reponse.statusCode ?? 0,
          entetes: reponse.headers as Record<string, string>,
          octets: Buffer.concat(morceaux)
        })
      )
    }).on('error', reject)
  )

const asset = (fin: string) => readdirSync(`${DIST}/assets`).find((nom) => nom.endsWith(fin)) ?? ''
const TYPES = [
  ['index.html', 'text/html'],
  ['sw.js', 'text/javascript'],
  ['manifest.webmanifest', 'application/manifest+json'],
  ['geo/territoires.topo.json', 'application/json'],
  [`donnees/${'index.json'}`, 'application/json'],
  [`assets/${asset('.js')}`, 'text/javascript'],
  [`assets/${asset('.css')}`, 'text/css'],
  [`assets/${asset('.woff2')}`, 'font/woff2'],
  ['icone.svg', 'image/svg+xml']
] as const

for (const nom of SERVEURS_INSTALLES) {
  test.describe(`behind ${nom}, set up as documented`, () => {
    // One worker: each would set up the server for itself.
    test.describe.configure({ mode: 'default' })
    let site: Site | undefined
    test.beforeAll(async () => {
      site = await startServeur(nom)
    })
    test.afterAll(() => site?.close())

    for (const ou of ['racine', 'sousDossier'] as const) {
      test(`${ou}: types, compression, caches and headers of real answers`, async () => {
        const base = site?.[ou] ?? ''
        for (const [fichier, type] of TYPES) {
          const contenu = readFileSync(`${DIST}/${fichier}`)
          const { statut, entetes, octets } = await ask(base + fichier)
          expect(statut, fichier).toBe(200)
          expect(entetes['content-type'], fichier).toContain(type)
          expect(entetes['x-content-type-options'], fichier).toBe('nosniff')
          expect(entetes['cache-control'], fichier).toBe(
            fichier.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
          )
          const clair = entetes['content-encoding'] === 'br' ? brotliDecompressSync(octets) : octets
          expect(clair.equals(contenu), `${fichier} arrive entier`).toBe(true)
        }

        const page = await ask(base)
        expect(page.entetes['content-encoding']).toBe('br')
        expect(page.entetes['content-type']).toBe('text/html; charset=utf-8')
        expect(page.entetes['vary']).toMatch(/accept-encoding/i)
        const ancien = await ask(`${base}index.html`, 'gzip')
        expect(ancien.entetes['content-encoding']).toBe('gzip')
        expect(gunzipSync(ancien.octets).equals(readFileSync(`${DIST}/index.html`))).toBe(true)
        const nu = await ask(`${base}index.html`, 'identity')
        expect(nu.entetes['content-encoding']).toBeUndefined()
        expect(nu.octets.equals(readFileSync(`${DIST}/index.html`))).toBe(true)

        expect(page.entetes['content-security-policy']).toBe("frame-ancestors 'self'")
        expect(page.entetes['cross-origin-opener-policy']).toBe('same-origin')
        expect(page.entetes['cross-origin-resource-policy']).toBe('same-origin')
        expect(page.entetes['permissions-policy']).toContain('geolocation=()')
        const integration = await ask(`${base}?mode=integration&territoire=45`)
        expect(integration.entetes['content-security-policy']).toBe('frame-ancestors *')
        expect(integration.entetes['cross-origin-resource-policy']).toBe('cross-origin')

        const absent = await ask(`${base}assets/absent-00000000.js`)
        expect(absent.statut).toBe(404)
        expect(absent.entetes['cache-control'] ?? '').not.toContain('immutable')
      })
    }

    test('the map is drawn in a sub-folder, and a link opens', async ({ page }) => {
      await page.goto(`${site?.sousDossier}?territoire=45`)
      await waitForMoteur(page, 'svg')
      await expect.poll(async () => coloursAt(page, await placeOf(page, '45'))).toContain(fondOf('45'))
      await expect(
        page.locator('.fne-panneau').getByRole('heading', { name: 'Loiret' }).first()
      ).toBeVisible()
    })
  })
}
