import { runInNewContext } from 'node:vm'
import { expect, it, vi } from 'vitest'
import { horsLigne, mendPage, passIntegration } from '../../scripts/horsLigne.mjs'

const SITE = 'https://exemple.fr/carte/'

/** A navigation or another request, as the listener of a service worker of this site is told of it. */
async function ask(adresse: string, { mode = 'navigate', reseau = true, gardees = ['index.html'] } = {}) {
  let listener: (event: unknown) => void = () => undefined
  const caches = {
    match: vi.fn(async (chemin: string) =>
      gardees.some((nom) => chemin === `${SITE}${nom}`) ? 'la page gardée' : undefined
    )
  }
  runInNewContext(`(${passIntegration})()`, {
    URL,
    Response: { error: () => 'une erreur' },
    registration: { scope: SITE },
    caches,
    fetch: async () => {
      if (!reseau) throw new TypeError('network')
      return 'la page du serveur'
    },
    addEventListener: (_: string, appelee: typeof listener) => (listener = appelee)
  })
  let reponse: unknown = null
  const event = {
    request: { url: new URL(adresse, SITE).href, mode },
    stopImmediatePropagation: vi.fn(),
    respondWith: (promesse: unknown) => (reponse = promesse)
  }
  listener(event)
  expect(event.stopImmediatePropagation).toHaveBeenCalledTimes(reponse === null ? 0 : 1)
  return await (reponse as Promise<unknown> | null)
}

it.each(['?mode=integration', 'index.html?territoire=45&mode=integration'])(
  'the page of another site’s frame (%s) comes from the server, and without one from what is kept',
  async (adresse) => {
    expect(await ask(adresse)).toBe('la page du serveur')
    expect(await ask(adresse, { reseau: false })).toBe('la page gardée')
    expect(await ask(adresse, { reseau: false, gardees: [] })).toBe('une erreur')
  }
)

it.each([
  ['another view', './?mode=presentation', {}],
  ['the map itself', './', {}],
  ['a page that is not the map’s', 'autre/?mode=integration', {}],
  ['what is not a page', './?mode=integration', { mode: 'cors' }]
])('%s is left to what keeps the version as a whole', async (_, adresse, options) => {
  expect(await ask(adresse, options)).toBeNull()
})

it('is put there by the build of the page alone: neither by a server, nor by what draws the first picture', async () => {
  const plugins = (await Promise.all([horsLigne()].flat(3))) as { name: string; apply?: unknown }[]
  const apply = plugins.find(({ name }) => name === 'carte-fne:integration-hors-ligne')?.apply as (
    config: object,
    env: object
  ) => boolean
  expect(apply({}, { command: 'build' })).toBe(true)
  expect(apply({}, { command: 'serve' })).toBe(false)
  expect(apply({}, { command: 'build', isSsrBuild: true })).toBe(false)
})

const PAGE = '<!doctype html><div id="app">La carte</div></html>\n'

/** What a page of this site gets whose kept copy is so; null is none, which fails as Workbox does. */
async function openGardee(
  gardee: string | null,
  { adresse = '?territoire=45', reseau = true, mode = 'navigate' } = {}
) {
  const listeners: ((event: unknown) => void)[] = []
  const page = (texte: string) => new Response(texte, { headers: { 'content-type': 'text/html' } })
  runInNewContext(`(${mendPage})()`, {
    Response,
    registration: { scope: SITE },
    fetch: async () => {
      if (!reseau) throw new TypeError('network')
      return page(PAGE.replace('La carte', 'La carte du serveur'))
    },
    addEventListener: (_: string, listener: () => void) => listeners.push(listener)
  })
  let reponse: Promise<Response> | undefined
  const event = {
    request: { url: new URL(adresse, SITE).href, mode },
    respondWith: (promesse: Promise<Response>) => void (reponse = promesse)
  }
  for (const listener of listeners) listener(event)
  event.respondWith(
    gardee === null ? Promise.reject(new Error('no-response')) : Promise.resolve(page(gardee))
  )
  return (reponse as unknown as Promise<Response>).then((recue) => recue.text())
}

const ABIMEES = [
  ['gone', null],
  ['empty', ''],
  ['cut short', PAGE.slice(0, 30)],
  ['somebody else’s', '<!doctype html><title>Portail Wi-Fi</title></html>']
] as const

it('the kept page is what is shown where it is whole, with or without a network', async () => {
  expect(await openGardee(PAGE)).toBe(PAGE)
  expect(await openGardee(PAGE, { reseau: false })).toBe(PAGE)
})

it.each(ABIMEES)(
  'a kept page that is %s comes from the server, and without it a French sentence',
  async (_, gardee) => {
    expect(await openGardee(gardee)).toContain('La carte du serveur')
    const sans = await openGardee(gardee, { reseau: false })
    expect(sans).toContain('<html lang="fr">')
    expect(sans).toMatch(/est abîmée.*vérifier la connexion.*Réessayer/)
  }
)

it('what is not the page is no business of that', async () => {
  expect(await openGardee('', { mode: 'cors' })).toBe('')
  expect(await openGardee('', { adresse: 'licences.json' })).toBe('')
})
