import { afterEach, describe, expect, it, vi } from 'vitest'
import { CHEMIN_CONTOURS, cheminChiffres } from '../../src/data/instantanes'
import { ErreurDeLecture } from '../../src/data/lecture'
import { Atlas } from '../../src/state/atlas.svelte'
import { DATE } from './fichiers'
import { readFige } from '../fixtures/figes'

const entier = readFige(CHEMIN_CONTOURS)

/** The outlines without one territory. */
function without(code: string): string {
  const topologie = JSON.parse(entier) as { objects: { territoires: { geometries: { id: string }[] } } }
  const { territoires } = topologie.objects
  territoires.geometries = territoires.geometries.filter(({ id }) => id !== code)
  return JSON.stringify(topologie)
}

/** An atlas whose outlines are what the function gives at each reading; null is a lost network. */
function createAtlas(contours: () => string | null) {
  const lus: string[] = []
  const atlas = new Atlas(async (chemin) => {
    lus.push(chemin)
    if (chemin !== CHEMIN_CONTOURS) return readFige(chemin)
    const texte = contours()
    if (texte === null) throw new ErreurDeLecture(chemin, 'Le réseau ne répond pas.')
    return texte
  })
  return { atlas, lus }
}

const told = (atlas: Atlas) => atlas.problemes.map(({ message }) => message).join('\n')

describe('trying again', () => {
  it('goes on telling what is still wrong with the outlines', async () => {
    const { atlas } = createAtlas(() => without('45'))
    await atlas.load()
    expect(told(atlas)).toContain('45')
    await atlas.load()
    expect(told(atlas)).toContain('45')
  })

  it('repairs outlines that were incomplete', async () => {
    const textes = [without('45'), entier]
    const { atlas } = createAtlas(() => textes.shift() ?? null)
    await atlas.load()
    await atlas.load()
    expect(told(atlas)).toBe('')
    expect(atlas.contours?.territoires.features.map(({ id }) => id)).toContain('45')
  })

  it('keeps the incomplete outlines when the network is lost meanwhile, and says both', async () => {
    const textes = [without('45')]
    const { atlas } = createAtlas(() => textes.shift() ?? null)
    await atlas.load()
    const avant = atlas.contours
    await atlas.load()
    expect(atlas.contours).toBe(avant)
    expect(told(atlas)).toContain('réseau')
    expect(told(atlas)).toContain('45')
  })

  it('does not read whole outlines again', async () => {
    const { atlas, lus } = createAtlas(() => entier)
    await atlas.load()
    await atlas.load()
    expect(lus.filter((chemin) => chemin === CHEMIN_CONTOURS)).toHaveLength(1)
  })
})

it('asks for the outlines without waiting for the list of snapshots', () => {
  const { atlas, lus } = createAtlas(() => entier)
  void atlas.load()
  expect(lus).toContain(CHEMIN_CONTOURS)
})

describe('a page that stays open past midnight', () => {
  afterEach(() => vi.useRealTimers())

  it('judges the deadline by the new day, once it looks at the clock again', async () => {
    const date: string = JSON.parse(readFige(cheminChiffres(DATE))).financements.echeance.date.iso
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${date}T20:00:00Z`) })
    const { atlas } = createAtlas(() => entier)
    await atlas.load()
    expect(atlas.aujourdhui).toBe(date)
    expect(atlas.echeance?.passee).toBe(false)
    vi.setSystemTime(new Date(`${date}T23:30:00Z`))
    atlas.updateJour()
    expect(atlas.aujourdhui > date).toBe(true)
    expect(atlas.echeance?.passee).toBe(true)
  })
})
