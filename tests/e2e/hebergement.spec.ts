import { readdirSync, readFileSync } from 'node:fs'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
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

/** What was sent, as it was before it was compressed. */
function open(entetes: Record<string, string>, octets: Buffer): Buffer {
  if (entetes['content-encoding'] === 'br') return brotliDecompressSync(octets)
  return entetes['content-encoding'] === 'gzip' ? gunzipSync(octets) : octets
}

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

/** What every answer says, whatever was asked for and whether it is there. */
const PARTOUT = {
  'content-security-policy': "frame-ancestors 'self'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff'
}
/** What the map uses nothing of, and no page may ask for in its name. */
const REFUSES =
  'accelerometer camera display-capture geolocation gyroscope magnetometer microphone midi payment usb'
    .split(' ')
    .map((nom) => `${nom}=()`)
const ATTENDUS = { ...PARTOUT, refuses: REFUSES }
const pick = (entetes: Record<string, string>) => ({
  ...Object.fromEntries(Object.keys(PARTOUT).map((nom) => [nom, entetes[nom]])),
  refuses: (entetes['permissions-policy'] ?? '').split(', ').sort()
})

/** A page of another site: another port is another origin, and `localhost` another name of this machine. */
async function serveHote(cadres: readonly string[]) {
  const serveur = createServer((_, reponse) => {
    reponse.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    reponse.end(
      `<!doctype html><html lang="fr"><title>Un autre site</title>${cadres
        .map(
          (adresse, i) =>
            `<iframe name="cadre${i}" title="Carte ${i}" width="600" height="500" src="${adresse}"></iframe>`
        )
        .join('')}`
    )
  })
  await new Promise<void>((resolve) => serveur.listen(0, 'localhost', resolve))
  return {
    adresse: `http://localhost:${(serveur.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => serveur.close(resolve))
  }
}

for (const nom of SERVEURS_INSTALLES) {
  test.describe(`behind ${nom}, set up as documented`, () => {
    // One worker: each would set up the server for itself.
    test.describe.configure({ mode: 'default' })
    let site: Site | undefined
    test.beforeAll(async () => {
      site = await startServeur(nom)
    })
    test.afterAll(() => site?.close())

    for (const ou of ['racine', 'plusBas', 'sousDossier'] as const) {
      test(`${ou}: types, compression, caches and headers of real answers`, async () => {
        const base = site?.[ou] ?? ''
        for (const [fichier, type] of TYPES) {
          const contenu = readFileSync(`${DIST}/${fichier}`)
          const { statut, entetes, octets } = await ask(base + fichier)
          expect(statut, fichier).toBe(200)
          expect(entetes['content-type'], fichier).toContain(type)
          expect(pick(entetes), fichier).toEqual(ATTENDUS)
          expect(entetes['cache-control'], fichier).toBe(
            fichier.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
          )
          expect(open(entetes, octets).equals(contenu), `${fichier} arrive entier`).toBe(true)
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

        expect(pick(page.entetes)).toEqual(ATTENDUS)
        const integration = await ask(`${base}?mode=integration&territoire=45`)
        expect(integration.entetes['content-security-policy']).toBe('frame-ancestors *')
        expect(integration.entetes['cross-origin-resource-policy']).toBe('cross-origin')

        for (const fichier of ['assets/absent-00000000.js', 'absent.json', 'absent/']) {
          const absent = await ask(base + fichier)
          expect(absent.statut, fichier).toBe(404)
          expect(absent.entetes['cache-control'] ?? '', fichier).not.toContain('immutable')
          expect(pick(absent.entetes), fichier).toEqual(ATTENDUS)
        }
      })
    }

    test('the map is drawn in a folder of another site, a link opens; a page of elsewhere gets the bare map alone', async ({
      page,
      politique
    }) => {
      const sansBarre = await ask(`${site?.sousDossier ?? ''}`.replace(/\/$/, '?territoire=45'))
      expect(sansBarre.statut).toBe(301)
      expect(new URL(sansBarre.entetes['location'] ?? '', site?.sousDossier).href).toBe(
        `${site?.sousDossier}?territoire=45`
      )
      await page.goto(`${site?.sousDossier}?territoire=45`)
      await waitForMoteur(page, 'svg')
      await expect.poll(async () => coloursAt(page, await placeOf(page, '45'))).toContain(fondOf('45'))
      await expect(
        page.locator('.fne-panneau').getByRole('heading', { name: 'Loiret' }).first()
      ).toBeVisible()

      await test.step('in a frame of another site', async () => {
        const [entiere, integree] = ['?territoire=45', '?mode=integration&territoire=45'].map(
          (requete) => `${site?.sousDossier}${requete}`
        )
        const hote = await serveHote([entiere ?? '', integree ?? ''])
        try {
          await page.goto(hote.adresse)
          await expect(page.frameLocator('iframe[name="cadre1"]').locator('.reponse')).toContainText('Loiret')
          // The browser keeps the frame, with a page of its own that says why there is nothing in it.
          await expect.poll(() => page.frame('cadre0')?.url()).toMatch(/^chrome-error:/)
          expect(politique.splice(0)).toEqual([expect.stringContaining("frame-ancestors 'self'")])
        } finally {
          await hote.close()
        }
      })
    })
  })
}
