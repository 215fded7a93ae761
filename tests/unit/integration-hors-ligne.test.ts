import { runInNewContext } from 'node:vm'
import { expect, it, vi } from 'vitest'
import { horsLigne, passIntegration } from '../../scripts/horsLigne.mjs'

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
