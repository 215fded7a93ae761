import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { Parser } from 'saxen'
import { beforeAll, describe, expect, it } from 'vitest'
import { nameTerritoire, TERRITOIRES } from '../../src/domain/territoire/referentiel'
import { hasFeuilleDeRoute, isGouvernanceRemontee } from '../../src/domain/territoire/territoire'
import { readChemin } from '../../src/export/diapos/chemin'
import { HAUTEUR, LARGEUR, type Diapo, type Element } from '../../src/export/diapos/diapo'
import { buildDiapos } from '../../src/export/diapos/diapos'
import { writePptx } from '../../src/export/diapos/pptx'
import { measureTexte } from '../../src/ui/mesureTexte'
import { DONNEES_DIAPOS as DONNEES } from './donneesDiapos'
import { CHIFFRES, INSTANTANE } from './fichiers'
import { convertirParLibreOffice } from './libreoffice'

const { scenes: SCENES } = DONNEES
const DIAPOS = [...buildDiapos(DONNEES)]
const cartes = DIAPOS.filter((_, i) => SCENES[i]?.disposition !== 'texte')
const find = (id: string): Diapo => {
  const diapo = DIAPOS.find((autre) => autre.id === id)
  if (!diapo) throw new Error(`no slide ${id}`)
  return diapo
}
const textesOf = (element: Element): string[] => {
  if (element.genre === 'texte')
    return element.paragraphes.map(({ morceaux }) => morceaux.map(({ texte }) => texte).join(''))
  if (element.genre === 'tableau') return [...element.tetes, ...element.lignes.flat()]
  return element.genre === 'graphique'
    ? element.barres.map(({ libelle, valeur }) => `${libelle} ${valeur}`)
    : []
}
const dits = ({ elements }: Diapo) => elements.flatMap(textesOf).join('\n')

describe('the slides as they are described', () => {
  it('are the scenes that are played, in their order, with their titles filled and their notes', () => {
    expect(DIAPOS.map(({ id }) => id)).toEqual(SCENES.map(({ id }) => id))
    for (const { titre } of DIAPOS) expect(titre).not.toMatch(/[{}…]/)
    for (const [i, scene] of SCENES.entries()) expect(DIAPOS[i]?.notes === '').toBe(!scene.notes)
    expect(find('gouvernances').titre).toContain(
      String(INSTANTANE.territoires.filter(isGouvernanceRemontee).length)
    )
  })

  it('stay on the slide, each object with a name of its own', () => {
    for (const { id, elements } of DIAPOS) {
      const noms = elements.map(({ nom }) => nom)
      expect(new Set(noms).size, id).toBe(noms.length)
      for (const { nom, x, y, largeur, hauteur } of elements) {
        expect(Math.min(x, y, largeur, hauteur), `${id} ${nom}`).toBeGreaterThanOrEqual(0)
        expect(x + largeur, `${id} ${nom}`).toBeLessThanOrEqual(LARGEUR)
        expect(y + hauteur, `${id} ${nom}`).toBeLessThanOrEqual(HAUTEUR)
      }
    }
  })

  it('set one block under the other: nothing told covers anything else that is told', () => {
    for (const { id, elements } of DIAPOS) {
      const recit = elements.filter(
        ({ nom, genre }) => genre !== 'forme' && !/^Étiquette|contredit|contradiction|encart/.test(nom)
      )
      for (const [i, a] of recit.entries())
        for (const b of recit.slice(i + 1)) {
          const dessus =
            a.x + 1 < b.x + b.largeur &&
            b.x + 1 < a.x + a.largeur &&
            a.y + 1 < b.y + b.hauteur &&
            b.y + 1 < a.y + a.hauteur
          expect(dessus, `${id}: ${a.nom} / ${b.nom}`).toBe(false)
        }
    }
  })

  it('have every territory as a shape that bears its name and its fact, on each map', () => {
    expect(cartes.length).toBeGreaterThan(3)
    for (const { id, elements } of cartes) {
      const formes = elements.filter((element) => element.genre === 'forme')
      for (const { code } of TERRITOIRES) {
        const siennes = formes.filter(({ nom }) => nom.startsWith(`${code} ${nameTerritoire(code)}`))
        expect(siennes.length, `${id} ${code}`).toBeGreaterThanOrEqual(1)
        for (const { description, contours } of siennes) {
          expect(description).toContain(`(${code})`)
          expect(contours.length).toBeGreaterThan(0)
        }
      }
    }
  })

  it('tell deduced, not reported and contradictory apart by more than colour', () => {
    const formes = find('gouvernances').elements.filter((element) => element.genre === 'forme')
    const genreOf = (code: string) =>
      formes.find(({ nom }) => nom === `${code} ${nameTerritoire(code)}`)?.fond?.genre
    const pleins = INSTANTANE.territoires.filter(({ code }) => genreOf(code) !== undefined)
    for (const { code, gouvernance } of pleins) {
      const attendu =
        gouvernance.etat !== 'remontee'
          ? 'hachures'
          : gouvernance.coporteurs.length > 1
            ? 'rayures'
            : gouvernance.origine === 'deduit'
              ? 'points'
              : 'uni'
      expect(genreOf(code), code).toBe(attendu)
    }
    expect(formes.some(({ nom }) => nom.startsWith('La source se contredit'))).toBe(true)
  })

  it('count what the data hold', () => {
    const sans = INSTANTANE.territoires.filter((territoire) => !hasFeuilleDeRoute(territoire))
    const tableau = find('feuilles-par-region').elements.find((element) => element.genre === 'tableau')
    const codes = (tableau?.genre === 'tableau' ? tableau.lignes : []).flatMap(([, , liste = '']) =>
      liste.split(', ')
    )
    expect(codes.sort()).toEqual(sans.map(({ code }) => code).sort())
    const absents = dits(find('gouvernances-manquantes'))
    for (const { code } of INSTANTANE.territoires.filter((t) => !isGouvernanceRemontee(t)))
      expect(absents).toContain(`(${code})`)
    for (const { nom } of CHIFFRES.financements?.liste ?? [])
      expect(dits(find('financements'))).toContain(nom)
  })

  it('say that data are local, and do not name the source for them', () => {
    const [diapo] = [
      ...buildDiapos({
        ...DONNEES,
        scenes: SCENES.slice(0, 1),
        instantane: { ...INSTANTANE, local: 'Essai' }
      })
    ]
    expect(dits(diapo as Diapo)).toContain('Données locales «\u00A0Essai\u00A0», ni publiées ni vérifiées.')
    expect(dits(diapo as Diapo)).not.toContain('Source\u00A0: présentation')
  })

  it('draw a framed region with its own territories, and nothing that would hang over', () => {
    const [diapo] = [
      ...buildDiapos({
        ...DONNEES,
        scenes: [{ id: 'bretagne', titre: 'Bretagne', vue: 'coporteurs', region: '53' }]
      })
    ]
    const noms = (diapo?.elements ?? []).map(({ nom }) => nom)
    for (const { code, region } of TERRITOIRES)
      if (region === '53') expect(noms).toContain(`${code} ${nameTerritoire(code)}`)
    expect(noms).not.toContain(`13 ${nameTerritoire('13')}`)
    // No name without its territory, of a neighbour that hangs over.
    for (const nom of noms) {
      const [, code = ''] = /^Étiquette (\w+)$/.exec(nom) ?? []
      if (code) expect(noms).toContain(`${code} ${nameTerritoire(code)}`)
    }
  })

  it('give each column the room of its longest word: no date or amount is broken in two', () => {
    const tableaux = DIAPOS.flatMap(({ id, elements }) =>
      elements.filter((element) => element.genre === 'tableau').map((tableau) => ({ id, ...tableau }))
    )
    expect(tableaux.length).toBeGreaterThan(5)
    for (const { id, tetes, lignes, largeurs, largeur, taille } of tableaux) {
      expect(largeurs.reduce((somme, l) => somme + l)).toBeCloseTo(largeur)
      for (const ligne of [tetes, ...lignes])
        for (const [i, cellule] of ligne.entries())
          for (const mot of cellule.split(/[ -]/)) {
            // Its text and the room on both sides of it, as on the page.
            const faut = measureTexte(mot, taille, i === 0 || ligne === tetes) + 0.7 * taille
            expect(faut, `${id}: ${mot}`).toBeLessThanOrEqual((largeurs[i] ?? 0) + 0.01)
          }
    }
  })

  it('reads the rings of a path, straight lines as one', () => {
    expect(readChemin('M0,0l1,0l1,0l0,2l-2,0zM9,9l1,0l0,1z')).toEqual([
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2]
      ],
      [
        [9, 9],
        [10, 9],
        [10, 10]
      ]
    ])
    expect(readChemin('')).toEqual([])
  })
})

describe('the worker that makes them', () => {
  it('runs nothing that asks a page: there is none', () => {
    const vus = new Set<string>()
    const visit = (fichier: string) => {
      if (vus.has(fichier)) return
      vus.add(fichier)
      const texte = readFileSync(fichier, 'utf8')
      expect(texte, fichier).not.toMatch(/\b(?:window|document|localStorage)\.|svelte\/reactivity|\$state\b/)
      for (const [, de, plusTard] of texte.matchAll(
        /(?:^|\n)(?:import|export) (?!type\b)[^'"]*?from '(\.[^']+)'|import\('(\.[^']+)'\)/g
      )) {
        const cible = join(dirname(fichier), de ?? plusTard ?? '')
        const source = [`${cible}.ts`, `${cible}.svelte.ts`].find(existsSync)
        if (source) visit(source)
      }
    }
    visit('src/export/diapos/travail.ts')
    expect(vus.size).toBeGreaterThan(20)
  })
})

describe('the file for PowerPoint', () => {
  let octets: Uint8Array
  let parties: Record<string, Uint8Array>
  interface Noeud {
    readonly nom: string
    readonly attributs: Readonly<Record<string, string>>
    /** Name of the element around it. */
    readonly parent: string
    texte: string
  }
  const lus = new Map<string, Noeud[]>()
  /** The elements of a part in their order; throws where it is not well formed. */
  const parse = (nom: string): Noeud[] => {
    const deja = lus.get(nom)
    if (deja) return deja
    const noeuds: Noeud[] = []
    const ouverts: Noeud[] = []
    const fail = (erreur: Error) => {
      throw new Error(`${nom}: ${erreur.message}`)
    }
    new Parser()
      .on('error', fail)
      .on('warn', fail)
      .on('openTag', (nomElement, attributs) => {
        const noeud = {
          nom: nomElement,
          attributs: { ...attributs() },
          parent: ouverts.at(-1)?.nom ?? '',
          texte: ''
        }
        noeuds.push(noeud)
        ouverts.push(noeud)
      })
      .on('text', (texte, decode) => {
        const noeud = ouverts.at(-1)
        if (noeud) noeud.texte += decode(texte)
      })
      .on('closeTag', () => void ouverts.pop())
      .parse(strFromU8(parties[nom] as Uint8Array))
    expect(ouverts, nom).toHaveLength(0)
    lus.set(nom, noeuds)
    return noeuds
  }
  const all = (noeuds: readonly Noeud[], nom: string) => noeuds.filter((noeud) => noeud.nom === nom)

  beforeAll(async () => {
    octets = await writePptx({ titre: 'Essai', diapos: DIAPOS })
    parties = unzipSync(octets)
  }, 60_000)

  it('is well formed in all its parts, and names no part that is not there', () => {
    const noms = Object.keys(parties)
    for (const nom of noms.filter((nom) => /\.(xml|rels)$/.test(nom)))
      expect(parse(nom).length, nom).toBeGreaterThan(0)
    for (const partie of all(parse('[Content_Types].xml'), 'Override'))
      expect(noms).toContain(partie.attributs['PartName']?.slice(1))
    for (const nom of noms.filter((nom) => nom.endsWith('.rels'))) {
      const base = new URL(`/${nom.replace('_rels/', '').replace(/\.rels$/, '')}`, 'zip://z')
      for (const lien of all(parse(nom), 'Relationship')) {
        if (lien.attributs['TargetMode'] === 'External') continue
        const cible = new URL(lien.attributs['Target'] ?? '', base).pathname.slice(1)
        expect(noms, `${nom} → ${cible}`).toContain(cible)
      }
    }
    expect(octets.length).toBeLessThan(1_000_000)
  })

  it('has one object an element, named and numbered once, with the fills, the description and the notes', () => {
    for (const [i, { elements, notes, titre }] of DIAPOS.entries()) {
      const diapo = parse(`ppt/slides/slide${i + 1}.xml`)
      const objets = all(diapo, 'p:cNvPr').slice(1)
      expect(objets.map((objet) => objet.attributs['name'])).toEqual(elements.map(({ nom }) => nom))
      const ids = all(diapo, 'p:cNvPr').map((objet) => objet.attributs['id'])
      expect(new Set(ids).size).toBe(ids.length)
      const formes = elements.filter((element) => element.genre === 'forme')
      expect(all(diapo, 'a:custGeom')).toHaveLength(
        formes.filter(({ contours }) => typeof contours !== 'string').length
      )
      expect(all(diapo, 'a:pattFill')).toHaveLength(
        formes.filter(({ fond }) => fond?.genre === 'points' || fond?.genre === 'hachures').length
      )
      expect(all(diapo, 'a:tbl')).toHaveLength(elements.filter(({ genre }) => genre === 'tableau').length)
      expect(all(diapo, 'p:ph').map((place) => place.attributs['type'])).toEqual(['title'])
      for (const forme of formes.filter(({ description }) => description !== ''))
        expect(objets[elements.indexOf(forme)]?.attributs['descr']).toBe(forme.description)
      const textes = all(diapo, 'a:t').map((texte) => texte.texte)
      expect(textes).toContain(titre)
      const sien = parse(`ppt/notesSlides/notesSlide${i + 1}.xml`)
      expect(all(sien, 'a:t').map((texte) => texte.texte)).toContain(notes)
    }
    const graphiques = DIAPOS.flatMap(({ elements }) => elements.filter(({ genre }) => genre === 'graphique'))
    expect(Object.keys(parties).filter((nom) => /^ppt\/charts\/chart\d+\.xml$/.test(nom))).toHaveLength(
      graphiques.length
    )
  })

  it('orders a series as the standard does: its points, then their labels', () => {
    for (const nom of Object.keys(parties).filter((nom) => /^ppt\/charts\/chart\d+\.xml$/.test(nom))) {
      const enfants = parse(nom).flatMap((noeud) => (noeud.parent === 'c:ser' ? [noeud.nom] : []))
      expect(enfants.indexOf('c:dLbls')).toBeGreaterThan(enfants.lastIndexOf('c:dPt'))
      expect(enfants.indexOf('c:dLbls')).toBeLessThan(enfants.indexOf('c:cat'))
    }
  })

  it('opens in LibreOffice, a page a slide, with its text', () => {
    const pdf = convertirParLibreOffice('essai.pptx', octets, 'pdf')?.toString('latin1')
    if (pdf) expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(DIAPOS.length)
  }, 180_000)
})
