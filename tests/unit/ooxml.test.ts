import validate from '@ooxml-tools/validate'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { buildGouvernancesXlsx } from '../../src/data/ecrireXlsx'
import { computeBilan } from '../../src/domain/reconciliation/reconciliation'
import { buildCompteRendu } from '../../src/domain/seance/compteRendu'
import { runDocument } from '../../src/export/compteRendu/redaction'
import { buildXlsx } from '../../src/export/donnees/fichiers'
import { describeExport, listLignes } from '../../src/export/donnees/lignes'
import { buildDiapos } from '../../src/export/diapos/diapos'
import type { Diapo, Element } from '../../src/export/diapos/diapo'
import { writePptx } from '../../src/export/diapos/pptx'
import { DONNEES_DIAPOS } from './donneesDiapos'
import { CHIFFRES, FIGURES, INSTANTANE } from './fichiers'
import { stubTravailleur, Travailleur } from './travailleur'

/** One of each kind that the writer of workbooks tells apart: the validator has done in seconds. */
const TERRITOIRES = INSTANTANE.territoires.slice(0, 2)
const RENDU = buildCompteRendu({
  titre: 'Compte rendu',
  aujourdhui: '2025-03-01',
  lieux: [{ cle: '45234', nom: 'Orléans', territoires: ['45'] }],
  epingles: ['41'],
  notes: [
    { le: '2025-03-01T10:00:00.000Z', territoire: '41', texte: 'Une note\nsur deux lignes', question: false }
  ],
  instantane: INSTANTANE,
  bilan: computeBilan(INSTANTANE, FIGURES)
})
const IMAGE = {
  png: new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
  largeur: 16,
  hauteur: 9,
  description: 'La carte'
}

/**
 * The slides with one shape and one text of each kind that differs in more than its place, words and colour: what the
 * writer can write is all there, and the validator has done in seconds.
 */
const listPieces = (): Diapo[] => {
  const vus = new Set<string>()
  const sorteOf = (element: Element) => {
    if (element.genre === 'texte') {
      const { role, alignement, paragraphes } = element
      // The library gives each slide a title, the slide's own or an empty one.
      if (role === 'titre') return null
      const morceaux = paragraphes.flatMap(({ morceaux }) => morceaux)
      const plusieurs = [paragraphes.length > 1, morceaux.length > paragraphes.length]
      return [role, alignement, plusieurs, morceaux.some(({ gras }) => gras)].join()
    }
    if (element.genre !== 'forme') return null
    const { contours, ferme, fond, trait, description } = element
    const anneaux = typeof contours === 'string' ? contours : Math.min(contours.length, 2)
    return [anneaux, ferme, fond?.genre, trait !== null, description !== ''].join()
  }
  return [...buildDiapos(DONNEES_DIAPOS)].map((diapo) => ({
    ...diapo,
    elements: diapo.elements
      .filter((element) => {
        const sorte = sorteOf(element)
        return sorte === null || (!vus.has(sorte) && vus.add(sorte))
      })
      .map((element) =>
        element.genre === 'tableau'
          ? { ...element, lignes: element.lignes.slice(0, 2), hauteurs: element.hauteurs.slice(0, 3) }
          : element
      )
  }))
}

/** All that it reads is in this file: to start it takes longer than to read a workbook. */
describe('for the Open XML SDK, which reads as Office does, nothing would have to be repaired in', () => {
  it.each([
    ['xlsx', 'the workbook to be filled in', () => buildGouvernancesXlsx(TERRITOIRES, 'Données locales')],
    [
      'xlsx',
      'the workbook of the view',
      () =>
        buildXlsx(listLignes(TERRITOIRES, CHIFFRES), describeExport(INSTANTANE, 2, 'Tous les territoires'))
    ],
    [
      'pptx',
      'the slides',
      async () => new Blob([new Uint8Array(await writePptx({ titre: 'Essai', diapos: listPieces() }))])
    ],
    ['docx', 'the minutes', () => runDocument({ rendu: RENDU, image: IMAGE }, new AbortController().signal)]
  ] as const)(
    '%s: %s',
    async (genre, _, make) => {
      const fichier = await make()
      if (!fichier) throw new Error('nothing was made')
      const fautes = await validate(new Uint8Array(await fichier.arrayBuffer()), genre, 'Microsoft365')
      expect(fautes.map(({ path, description }) => `${path.partUri} ${path.xpath}: ${description}`)).toEqual(
        []
      )
    },
    300_000
  )
})

describe('the minutes as a document', () => {
  const DEMANDE = { rendu: RENDU, image: null }
  beforeEach(() => {
    stubTravailleur()
    return () => vi.unstubAllGlobals()
  })

  it('are written by a worker, which is ended then', async () => {
    const document = runDocument(DEMANDE, new AbortController().signal)
    const fichier = new Blob(['tout'])
    Travailleur.dernier?.say({ document: fichier })
    expect(await document).toBe(fichier)
    expect(Travailleur.dernier?.postMessage).toHaveBeenCalledWith(DEMANDE)
    expect(Travailleur.dernier?.fini).toBe(true)
  })

  it.each(['before it is begun', 'while it is written'])('are none where it is stopped %s', async (quand) => {
    const arret = new AbortController()
    if (quand === 'before it is begun') arret.abort()
    const document = runDocument(DEMANDE, arret.signal)
    arret.abort()
    expect(await document).toBeNull()
    expect(Travailleur.dernier?.fini).toBe(true)
  })

  it('are written by the page where the worker could not', async () => {
    const document = runDocument(DEMANDE, new AbortController().signal)
    Travailleur.dernier?.say({ document: null })
    expect((await document)?.size).toBeGreaterThan(1000)
  })
})
