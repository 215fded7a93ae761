import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readFige } from '../fixtures/figes'
import { DATE } from './fichiers'

/** What was asked to check a file. */
let controles: string[]

/** The modules as a page that has just been opened has them. */
async function openPage() {
  vi.resetModules()
  controles = []
  const page = {
    ...(await import('../../src/data/instantanes')),
    ...(await import('../../src/data/lectureSure'))
  }
  page.provideAnalyseurs(
    new Proxy(await import('../../src/data/analyseurs'), {
      get(module, nom) {
        // A promise of it asks for its `then`.
        if (String(nom).startsWith('parse')) controles.push(String(nom))
        return Reflect.get(module, nom) as unknown
      }
    })
  )
  return page
}
type Page = Awaited<ReturnType<typeof openPage>>

async function readTout(page: Page, lire: (chemin: string) => Promise<string>) {
  return { index: await page.loadIndex(lire), donnees: await page.loadDonnees(lire, DATE) }
}

/** What the build keeps of the frozen files, and what a page makes of them that has nothing to go by. */
async function build() {
  const page = await openPage()
  const lues = page.watchLectures()
  const attendu = await readTout(page, async (chemin) => readFige(chemin))
  const { keepLectures } = await import('../../src/data/ecrireLectures')
  return { attendu, lectures: JSON.stringify(keepLectures(lues)) }
}
let construit: Awaited<ReturnType<typeof build>>
beforeEach(async () => {
  construit ??= await build()
})

/** A page of that build, on a server where these files are others. */
async function visit(remplaces: Readonly<Record<string, string>> = {}) {
  const page = await openPage()
  const lire = async (chemin: string) =>
    remplaces[chemin] ?? (chemin === page.CHEMIN_LECTURES ? construit.lectures : readFige(chemin))
  page.readLecturesSures(lire)
  return { page, lues: await readTout(page, lire) }
}
const CSV = `donnees/${DATE}/gouvernances.csv`

describe('files that the build has read', () => {
  it('are read alike without the program that checks them', async () => {
    const { lues } = await visit()
    expect(lues).toEqual(construit.attendu)
    expect(lues.donnees.problemes).toEqual([])
    expect(controles).toEqual([])
  })

  it('hold the figures once: what stands in a JSON file is read there', () => {
    const lectures = JSON.parse(construit.lectures) as Record<string, object>
    expect(Object.keys(lectures).filter((chemin) => 'valeur' in (lectures[chemin] ?? {}))).toEqual([CSV])
  })

  it('are checked where one letter is another, with the sentence, the line and the column of what is wrong', async () => {
    const { lues } = await visit({ [CSV]: readFige(CSV).replace(/^01,.*?,remontee/m, '$&x') })
    expect(controles).toContain('parseGouvernances')
    expect(lues.donnees.problemes).toMatchObject([{ fichier: 'gouvernances.csv', ligne: 2, colonne: 3 }])
    expect(lues.donnees.chiffres).toEqual(construit.attendu.donnees.chiffres)
  })

  it('are shown as they are where somebody has put another right file in their place', async () => {
    const { lues } = await visit({ [CSV]: readFige(CSV).replace(/^(01,.*),non_remontee,/m, '$1,remontee,') })
    expect(lues.donnees.problemes).toEqual([])
    expect(lues.donnees.instantane?.territoires[0]?.feuillesDeRoute).toEqual([{ etat: 'remontee' }])
    expect(construit.attendu.donnees.instantane?.territoires[0]?.feuillesDeRoute).toEqual([
      { etat: 'non_remontee' }
    ])
  })

  it.each(['', '<html>', '{}'])('are checked where what was read of them is «%s»', async (texte) => {
    const { page, lues } = await visit({ 'donnees/lectures.json': texte })
    expect(page.CHEMIN_LECTURES).toBe('donnees/lectures.json')
    expect(lues).toEqual(construit.attendu)
    expect(controles).toContain('parseChiffres')
  })
})
