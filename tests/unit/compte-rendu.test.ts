import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CARNET_VIDE, parseCarnet, type Note } from '../../src/domain/seance/carnet'
import { buildCompteRendu, toTexte } from '../../src/domain/seance/compteRendu'
import { computeBilan } from '../../src/domain/reconciliation/reconciliation'
import { answerTerritoire } from '../../src/domain/texte/reponse'
import { hasFeuilleDeRoute, isGouvernanceRemontee } from '../../src/domain/territoire/territoire'
import { Notes } from '../../src/export/compteRendu/carnet.svelte'
import { writeDocx } from '../../src/export/compteRendu/document'
import { FIGURES, INSTANTANE } from './fichiers'

const note = (texte: string, reste: Partial<Note> = {}): Note => ({
  le: '2025-03-01T10:00:00.000Z',
  territoire: null,
  texte,
  question: false,
  ...reste
})
const MATIERE = {
  titre: 'Compte rendu',
  aujourdhui: '2025-03-01',
  lieux: [
    { cle: '45234', nom: 'Orléans', territoires: ['45'] },
    { cle: '41018', nom: 'Blois', territoires: ['41'] }
  ],
  epingles: ['41', '35'],
  notes: [note('Relancer le syndicat', { territoire: '41' }), note('Qui paie ?', { question: true })],
  instantane: INSTANTANE,
  bilan: computeBilan(INSTANTANE, FIGURES)
}
const sentence = (code: string) => {
  const territoire = INSTANTANE.territoires.find((t) => t.code === code)
  return territoire ? answerTerritoire(territoire) : ''
}

describe('the minutes', () => {
  const section = (titre: string, rendu = buildCompteRendu(MATIERE)) =>
    rendu.sections.find((autre) => autre.titre === titre)?.lignes ?? []

  it('name the places in their order, each with the answer and how far it can be trusted', () => {
    const lignes = section('Lieux cités')
    expect(lignes.map(({ tete }) => tete)).toEqual(['1. Orléans', '2. Blois'])
    expect(lignes[0]?.suite).toContain(sentence('45'))
    expect(lignes[1]?.suite).toContain(sentence('41'))
    expect(lignes[0]?.suite).toMatch(
      /(?:Déduit par élimination|Cité par la source|se contredit|Non renseigné)\.$/
    )
  })

  it('say a pinned territory once, and keep notes and open questions apart', () => {
    expect(section('Territoires épinglés').map(({ suite }) => suite)).toEqual([
      expect.stringContaining(sentence('35'))
    ])
    expect(section('Notes')).toEqual([{ tete: 'Loir-et-Cher (41)', suite: 'Relancer le syndicat' }])
    expect(section('Questions ouvertes')).toEqual([{ tete: '', suite: 'Qui paie ?' }])
  })

  it('count the day’s figures in the data, and name their source, or that they are local', () => {
    const tetes = section('Chiffres du jour').map(({ tete }) => tete)
    const { territoires } = INSTANTANE
    expect(tetes.slice(0, 3)).toEqual(
      [
        territoires.filter(isGouvernanceRemontee),
        territoires.filter(hasFeuilleDeRoute),
        territoires.filter((t) => !hasFeuilleDeRoute(t))
      ].map(({ length }) => String(length))
    )
    const rendu = buildCompteRendu(MATIERE)
    expect(rendu.source).toContain('table ronde')
    const local = buildCompteRendu({ ...MATIERE, instantane: { ...INSTANTANE, local: 'Essai' } })
    expect(local.source).toContain('Essai')
    expect(local.source).not.toContain('table ronde')
  })

  it('leave out what there is nothing of, and say of a territory without data that it has none', () => {
    const vide = buildCompteRendu({ ...MATIERE, lieux: [], epingles: [], notes: [] })
    expect(vide.sections.map(({ titre }) => titre)).toEqual(['Chiffres du jour'])
    const inconnu = buildCompteRendu({
      ...MATIERE,
      instantane: { ...INSTANTANE, territoires: [] },
      epingles: ['41']
    })
    expect(section('Lieux cités', inconnu).map(({ suite }) => suite)).toEqual([
      'Loiret (45)\u00A0: aucune donnée.',
      'Loir-et-Cher (41)\u00A0: aucune donnée.'
    ])
  })

  it('are a text to be pasted: a line each, headings in capitals, a figure before what it counts', () => {
    const texte = toTexte({
      titre: 'Compte rendu',
      date: '1er mars 2025',
      sections: [
        {
          titre: 'Lieux cités',
          lignes: [
            { tete: '1. Orléans', suite: 'Dans le Loiret.' },
            { tete: '', suite: 'Sans tête.' }
          ]
        },
        {
          titre: 'Chiffres du jour',
          lignes: ['99', '1\u202F234', '2e', 'x9'].map((tete) => ({ tete, suite: 'fait' }))
        }
      ],
      source: 'Source.'
    })
    expect(texte.split('\n')).toEqual([
      'Compte rendu',
      '1er mars 2025',
      '',
      'LIEUX CITÉS',
      '1. Orléans\u00A0: Dans le Loiret.',
      'Sans tête.',
      '',
      'CHIFFRES DU JOUR',
      '99 fait',
      '1\u202F234 fait',
      '2e\u00A0: fait',
      'x9\u00A0: fait',
      '',
      'Source.'
    ])
  })

  it('say what the source announces where it counts otherwise, and what is deduced or contradicted', () => {
    const territoires = Array.from({ length: 4 }, (_, i) => ({ code: `0${i}` }))
    const bilan = {
      territoires: 4,
      gouvernances: { remontees: 3, annonce: 2 },
      feuillesDeRoute: {
        remontees: 1,
        annonce: 1,
        manquantes: territoires.slice(1),
        dontSansGouvernance: territoires.slice(3)
      },
      coporteurs: { region: { deduits: ['00', '01'] }, epci: { deduits: ['02'] } },
      contradictoires: ['03']
    }
    const lignesOf = (reste: object) =>
      section(
        'Chiffres du jour',
        buildCompteRendu({ ...MATIERE, bilan: { ...bilan, ...reste } as unknown as typeof MATIERE.bilan })
      ).map(({ tete, suite }) => `${tete} ${suite}`)
    const [gouvernances, feuilles, manquantes, ...reste] = lignesOf({})
    expect(gouvernances).toBe(
      '3 gouvernances remontées, sur 4 territoires\u202F; la source en annonce 2.'.replace('4 t', '4\u00A0t')
    )
    expect(feuilles).toBe('1 territoire avec une feuille de route remontée.')
    expect(manquantes).toBe('3 territoires sans feuille de route remontée, dont 1 sans gouvernance remontée.')
    expect(reste).toEqual([
      '3 coporteurs déduits par élimination.',
      '1 territoire sur lequel la source se contredit.'
    ])
    expect(lignesOf({ coporteurs: {}, contradictoires: [] })).toHaveLength(3)
    expect(lignesOf({ gouvernances: { remontees: 3, annonce: null } })[0]).not.toContain('annonce')
  })

  it('are a Word document with all that they say, and the map', async () => {
    const rendu = buildCompteRendu(MATIERE)
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47])
    const blob = await writeDocx(rendu, { png, largeur: 16, hauteur: 9, description: 'La carte' })
    const parties = unzipSync(new Uint8Array(await blob.arrayBuffer()))
    const texte = strFromU8(parties['word/document.xml'] as Uint8Array)
    for (const { titre, lignes } of rendu.sections) {
      expect(texte).toContain(titre)
      for (const { suite } of lignes) expect(texte).toContain(suite)
    }
    expect(texte).toContain('La carte')
    expect(Object.keys(parties).some((nom) => /^word\/media\/.*\.png$/.test(nom))).toBe(true)
  })
})

describe('the notes of a device', () => {
  const garde = new Map<string, string>()
  beforeEach(() => {
    vi.stubGlobal('window', {
      location: { search: '' },
      localStorage: {
        getItem: (cle: string) => garde.get(cle) ?? null,
        setItem: (cle: string, valeur: string) => garde.set(cle, valeur),
        removeItem: (cle: string) => garde.delete(cle)
      }
    })
  })
  afterEach(() => garde.clear())

  it('are there again after a crash, with what was being typed', () => {
    const avant = new Notes()
    avant.type('Une note')
    avant.keep('41', false)
    avant.type('Une aut')
    const apres = new Notes()
    expect(apres.liste).toMatchObject([{ territoire: '41', texte: 'Une note', question: false }])
    expect(apres.brouillon).toBe('Une aut')
  })

  it('are the same in the other window, and nothing of them stays once they are cleared', () => {
    const [salle, orateur] = [new Notes(), new Notes()]
    orateur.type('Vue de la fenêtre de l’orateur')
    orateur.keep(null, true)
    salle.onstorage({ key: [...garde.keys()][0] ?? '' })
    expect(salle.liste).toHaveLength(1)
    salle.clear()
    expect(garde.size).toBe(0)
    orateur.onstorage({ key: null })
    expect(orateur.liste).toHaveLength(0)
  })

  it('that it cannot keep are there all the same, and said not to be kept until they are', () => {
    let plein = true
    const [ecrire, autre] = [window.localStorage.setItem, new Notes()]
    window.localStorage.setItem = (cle, valeur) => {
      if (plein) throw new DOMException('full', 'QuotaExceededError')
      ecrire(cle, valeur)
    }
    const notes = new Notes()
    notes.type('Trop')
    expect(notes.gardees).toBe(false)
    notes.keep('41', false)
    expect([notes.gardees, garde.size]).toEqual([false, 0])
    // What another window has kept before does not take their place.
    notes.onstorage({ key: 'fne-carnet' })
    expect(notes.liste.map(({ texte }) => texte)).toEqual(['Trop'])
    plein = false
    notes.type('Encore')
    expect(notes.gardees).toBe(true)
    autre.onstorage({ key: 'fne-carnet' })
    expect(autre.liste.map(({ texte }) => texte)).toEqual(['Trop'])
    window.localStorage.setItem = ecrire
  })

  it('keep nothing of an empty line, and take away one note alone', () => {
    const notes = new Notes()
    notes.type('  ')
    notes.keep(null, false)
    expect(notes.liste).toHaveLength(0)
    for (const texte of ['a', 'b']) {
      notes.type(texte)
      notes.keep(null, false)
    }
    notes.remove(notes.liste[0] as Note)
    expect(notes.liste.map(({ texte }) => texte)).toEqual(['b'])
  })

  it.each(['', '{', 'null', '[]', '{"notes":[1,null,{"texte":2}],"brouillon":3}'])(
    'read %s as no notes',
    (texte) => expect(parseCarnet(texte)).toEqual(CARNET_VIDE)
  )

  it.each(['le', 'territoire', 'texte', 'question'] as const)('read no note whose %s is not one', (cle) => {
    const juste = note('Une note', { territoire: '41' })
    const lues = (valeur: unknown) =>
      parseCarnet(JSON.stringify({ notes: [{ ...juste, [cle]: valeur }] })).notes
    expect(lues(juste[cle])).toEqual([juste])
    for (const valeur of [7, {}, undefined]) expect(lues(valeur)).toEqual([])
  })
})
