import { readFileSync } from 'node:fs'
import { decode } from 'fast-png'
import { describe, expect, it } from 'vitest'
import { drawPng } from '../../scripts/apercuLien.mjs'
import { readPolices, SIGNES } from '../../scripts/policesExport.mjs'
import { announceTerritoire } from '../../src/domain/texte/description'
import { REGIONS, TERRITOIRES } from '../../src/domain/territoire/referentiel'
import { computeApparence, listClasses, listNotes } from '../../src/map/apparence/vues'
import { PALETTE, PALETTE_PROJETEE } from '../../src/map/apparence/palette'
import { ENCARTS, isOutreMer } from '../../src/map/cadre/cadres'
import { computeBornes } from '../../src/map/cadre/camera'
import { meshRegions } from '../../src/map/cadre/frontieres'
import { disposeScene } from '../../src/export/scene/disposition'
import { measureTexte, wrapTexte } from '../../src/ui/mesureTexte'
import { FORMATS, HABILLAGES, type NomHabillage, type SujetScene } from '../../src/export/scene/scene'
import { buildSvg } from '../../src/export/scene/svg'
import type { LieuCite } from '../../src/domain/territoire/lieu'
import { listReperes } from '../../src/map/marques/repere'
import { readFonds } from '../fixtures/fondsImage'
import { CONTOURS, INSTANTANE } from './fichiers'
import { convertirParLibreOffice } from './libreoffice'

const parCode = new Map(INSTANTANE.territoires.map((t) => [t.code, t]))

function makeSujet(reste: Partial<SujetScene> = {}, palette = PALETTE): SujetScene {
  const apparences = new Map(
    TERRITOIRES.map(({ code }) => [code, computeApparence(parCode.get(code), 'coporteurs', palette)] as const)
  )
  return {
    titre: 'Qui porte l’inclusion numérique dans chaque département ?',
    sousTitre: [],
    mentions: [],
    territoires: CONTOURS.territoires,
    regions: meshRegions(CONTOURS.topologie),
    apparences,
    phrases: new Map(TERRITOIRES.map((ref) => [ref.code, announceTerritoire(ref, parCode.get(ref.code))])),
    classes: listClasses('coporteurs', INSTANTANE.territoires, palette),
    notes: listNotes('coporteurs', apparences.values()),
    estompes: new Set(),
    selection: null,
    reperes: [],
    bornes: null,
    sources: [
      'Données au 6 décembre 2024. Source : présentation de la table ronde. Contours : Natural Earth.'
    ],
    ...reste
  }
}

const CAS = Object.values(FORMATS).flatMap((format) =>
  (Object.keys(HABILLAGES) as NomHabillage[]).map((theme) => [format, theme] as const)
)

/** All that is written in a picture, and where. */
const listTextes = (svg: string) =>
  [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributs = '', contenu = '']) => {
    const read = (nom: string) => new RegExp(`${nom}="([^"]+)"`).exec(attributs)?.[1] ?? ''
    return {
      contenu,
      ancre: read('text-anchor'),
      x: Number(/(?:^| )x="([-\d.]+)"/.exec(attributs)?.[1]),
      y: Number(/(?:^| )y="([-\d.]+)"/.exec(attributs)?.[1]),
      taille: Number(read('font-size'))
    }
  })

describe('the layout of a picture', () => {
  it.each(CAS)('keeps map, insets, legend and text inside and apart: %o %s', (format, theme) => {
    const { echelle } = HABILLAGES[theme]
    const sujet = makeSujet({
      sousTitre: ['Filtre : sans feuille de route.'],
      mentions: ['Données locales « Essai ».']
    })
    const { carte, encarts, blocs, legende, corps } = disposeScene(sujet, format, echelle)
    const bas = (y: number) => expect(y).toBeLessThanOrEqual(format.hauteur)
    expect(encarts).toHaveLength(8)
    for (const { x, y, largeur, hauteur } of [carte, ...encarts]) {
      expect(Math.min(x, y)).toBeGreaterThan(0)
      expect(Math.min(largeur, hauteur)).toBeGreaterThan(corps * 2)
      expect(x + largeur).toBeLessThanOrEqual(format.largeur)
      bas(y + hauteur)
    }
    // The map is what the picture is for.
    expect(Math.min(carte.largeur, carte.hauteur)).toBeGreaterThan(
      Math.min(format.largeur, format.hauteur) * 0.4
    )
    const source = blocs.find(({ role }) => role === 'source')
    for (const { x, y, lignes, taille, interligne, gras, role } of blocs) {
      bas(y + (lignes.length - 1) * interligne)
      for (const ligne of lignes)
        expect(x + measureTexte(ligne, taille, gras)).toBeLessThanOrEqual(format.largeur)
      if (role === 'note') bas(y + lignes.length * interligne)
    }
    const notes = blocs.find(({ role }) => role === 'note')
    const finNotes = (notes?.y ?? 0) + (notes?.lignes.length ?? 0) * (notes?.interligne ?? 0)
    expect(finNotes - corps).toBeLessThanOrEqual(source?.y ?? 0)
    expect(legende.map(({ classe }) => classe.cle)).toEqual(sujet.classes.map(({ cle }) => cle))
  })

  it('breaks lines at spaces and loses no word', () => {
    const texte = 'Collectivité à statut particulier, et d’autres mots encore'
    const lignes = wrapTexte(texte, 10, 80)
    expect(lignes.join(' ')).toBe(texte)
    expect(lignes.length).toBeGreaterThan(2)
  })

  it('breaks a name of two parts after its hyphen, where nothing forbids it, and never a number', () => {
    expect(wrapTexte('Nouvelle-Calédonie', 10, 70)).toEqual(['Nouvelle-', 'Calédonie'])
    expect(wrapTexte('St-\u2060Martin, St-\u2060Barth.', 10, 60)).toEqual([
      'St-\u2060Martin,',
      'St-\u2060Barth.'
    ])
    expect(wrapTexte('2023-2027', 10, 20)).toEqual(['2023-2027'])
    expect(measureTexte('St-\u2060Martin', 10)).toBe(measureTexte('St-Martin', 10))
  })
})

describe('the picture', () => {
  it('names each territory with its fact, and says its legend with the counts, its notes, source and title', () => {
    const sujet = makeSujet()
    const svg = buildSvg(sujet, FORMATS['16-9'], HABILLAGES.clair)
    for (const { code } of TERRITOIRES) expect(svg).toContain(`data-code="${code}"`)
    for (const phrase of sujet.phrases.values()) expect(svg).toContain(`<title>${phrase}</title>`)
    const textes = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, texte]) => texte)
    for (const { compte } of sujet.classes) expect(textes).toContain(String(compte))
    const tout = textes.join(' ')
    for (const { libelle } of sujet.classes) expect(tout).toContain(libelle)
    for (const note of sujet.notes) expect(tout.replace(/\s+/g, ' ')).toContain(note.replace(/\s+/g, ' '))
    for (const mot of ['Natural Earth', 'Guadeloupe', 'Mayotte', 'Qui porte']) expect(tout).toContain(mot)
  })

  it('says what its themes are: a ground, or none', () => {
    const first = (theme: NomHabillage) =>
      /<\/defs><rect width="1280" height="720" fill="(#\w+)"/.exec(
        buildSvg(makeSujet(), FORMATS['16-9'], HABILLAGES[theme])
      )?.[1]
    expect(first('clair')).toBe('#ffffff')
    expect(first('sombre')).toBe('#161616')
    expect(first('transparent')).toBeUndefined()
    expect(buildSvg(makeSujet({}, PALETTE_PROJETEE), FORMATS['16-9'], HABILLAGES.projecteur)).toContain(
      PALETTE_PROJETEE.coporteurs('region')
    )
  })

  it.each(CAS)('keeps the name of each inset in its frame, and whole: %o %s', (format, theme) => {
    const sujet = makeSujet()
    const svg = buildSvg(sujet, format, HABILLAGES[theme])
    const { encarts } = disposeScene(sujet, format, HABILLAGES[theme].echelle)
    const textes = listTextes(svg)
    for (const [i, { titre, titreCourt }] of ENCARTS.entries()) {
      const place = encarts[i]
      if (!place) throw new Error(titre)
      const dedans = textes.filter(
        ({ x, y, ancre }) =>
          ancre === 'middle' &&
          x === Number((place.x + place.largeur / 2).toFixed(2)) &&
          y > place.y &&
          y < place.y + place.hauteur
      )
      const dit = dedans.map(({ contenu }) => contenu).join(' ')
      expect(dit.replace(/-\s/g, '-')).toBe((titreCourt ?? titre).replaceAll('\u2060', ''))
      for (const { contenu, taille } of dedans)
        expect(measureTexte(contenu, taille), contenu).toBeLessThanOrEqual(place.largeur + 0.1)
    }
  })

  it('cuts no name off at the edge of a framed part of the map', () => {
    const codes = TERRITOIRES.filter((t) => t.region === '24').map((t) => t.code)
    const bornes = computeBornes(CONTOURS.territoires, codes)
    for (const format of Object.values(FORMATS)) {
      const sujet = makeSujet({ bornes })
      const svg = buildSvg(sujet, format, HABILLAGES.clair)
      const { carte } = disposeScene(sujet, format)
      const [, cadre = ''] = /<g data-cadre="carte"[^>]*>(.*?)<g data-cadre="encart/s.exec(svg) ?? []
      const [, x0, y0, k] = (/translate\(([-\d.]+),([-\d.]+)\) scale\(([\d.]+)\)/.exec(cadre) ?? []).map(
        Number
      )
      const textes = listTextes(cadre)
      expect(textes.length).toBeGreaterThan(codes.length)
      for (const { contenu, x, y, taille } of textes) {
        if (contenu === '!') continue
        const [milieu, bas] = [(x0 ?? NaN) + x * (k ?? NaN), (y0 ?? NaN) + y * (k ?? NaN)]
        // Half of its width, at the least that its letters take.
        const demi = (measureTexte(contenu, taille * (k ?? NaN)) / 2) * 0.8
        expect(milieu - demi, contenu).toBeGreaterThanOrEqual(carte.x)
        expect(milieu + demi, contenu).toBeLessThanOrEqual(carte.x + carte.largeur)
        expect(bas - taille * (k ?? NaN) * 0.7, contenu).toBeGreaterThanOrEqual(carte.y)
        expect(bas, contenu).toBeLessThanOrEqual(carte.y + carte.hauteur)
      }
      for (const code of codes) expect(textes.map(({ contenu }) => contenu)).toContain(code)
    }
  })

  it('has the ground of the screen’s dark map, on which its darkest class is seen', async () => {
    const css = readFileSync('src/ui/theme/socle.css', 'utf8')
    const mers = [...css.matchAll(/--fne-mer: (#\w{6})/g)].map(([, mer]) => mer)
    const svg = buildSvg(makeSujet(), FORMATS['16-9'], HABILLAGES.sombre)
    const { width, channels, data } = decode(await drawPng(svg))
    const { carte } = disposeScene(makeSujet(), FORMATS['16-9'])
    const fois = width / 1280
    // Out at sea: the lower left corner of the map.
    const [x, y] = [Math.round((carte.x + 4) * fois), Math.round((carte.y + carte.hauteur - 4) * fois)]
    const i = (y * width + x) * channels
    expect(`#${Buffer.from(data.subarray(i, i + 3)).toString('hex')}`).toBe(mers[1])
  })

  it('bears the pins and the places named, beside their territory or at its inset, within the picture', () => {
    const reperes = listReperes(['41', '974', '75'], [
      { cle: '35238', nom: 'Rennes', territoires: ['35'] }
    ] as unknown as LieuCite[])
    for (const format of Object.values(FORMATS)) {
      const svg = buildSvg(makeSujet({ reperes }), format, HABILLAGES.clair)
      const groupes = [...svg.matchAll(/<g data-repere="(\w+)">(.*?)<\/g>/g)].map((m) => [m[1], m[2] ?? ''])
      expect(groupes.map(([code]) => code)).toEqual(['41', '974', '75', '35'])
      const textes = groupes.map(([, g]) => /<text [^>]*>([^<]*)</.exec(g ?? '')?.[1])
      expect(textes).toEqual(['1', '2', '3', 'Rennes (35)'])
      const places = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="[\d.]+" fill="#000091"/g)]
      expect(places).toHaveLength(3)
      for (const [, x, y] of places) {
        expect(Number(x)).toBeLessThan(format.largeur)
        expect(Number(y)).toBeLessThan(format.hauteur)
      }
    }
  })

  it('lets nothing that a file or a person wrote become markup', () => {
    const svg = buildSvg(
      makeSujet({ titre: '<script>&"\u0000', mentions: ['a<b'] }),
      FORMATS.carre,
      HABILLAGES.clair
    )
    expect(svg).not.toContain('<script')
    expect(svg).not.toContain('\u0000')
    expect(svg).toContain('&lt;script&gt;&amp;&quot;')
  })

  it('carries two faces and stays under 300 kB, drawn as all programs draw', async () => {
    const polices = await readPolices()
    for (const format of Object.values(FORMATS)) {
      const svg = buildSvg(makeSujet(), format, HABILLAGES.clair, polices)
      expect(svg).toContain('font-weight:700')
      expect(Buffer.byteLength(svg)).toBeLessThan(300_000)
      expect(svg).not.toMatch(/paint-order|vector-effect|NaN|undefined|Infinity/)
    }
    // A part of the map is drawn finer, and of what lies around it only what is seen.
    for (const region of REGIONS.map(({ code }) => code)) {
      const codes = TERRITOIRES.filter((t) => t.region === region && !isOutreMer(t.code)).map((t) => t.code)
      if (codes.length === 0) continue
      const bornes = computeBornes(CONTOURS.territoires, codes)
      const svg = buildSvg(makeSujet({ bornes }), FORMATS['16-9'], HABILLAGES.clair, polices)
      expect(Buffer.byteLength(svg), region).toBeLessThan(300_000)
      for (const code of codes) expect(svg).toContain(`data-code="${code}"`)
    }
    // All that the app writes on a picture has its sign in them.
    const ecrits = [
      ...TERRITOIRES.map(({ nom }) => nom),
      ...makeSujet().notes,
      ...makeSujet().classes.map((c) => c.libelle)
    ]
    for (const signe of new Set(ecrits.join(''))) expect(SIGNES).toContain(signe)
  })

  it('is the same in other programs: each territory has the colour of its fact, in LibreOffice too', async () => {
    const sujet = makeSujet()
    const svg = buildSvg(sujet, FORMATS['16-9'], HABILLAGES.clair, await readPolices())
    const images = [await drawPng(svg), convertirParLibreOffice('carte.svg', svg, 'png')]
    for (const image of images.filter((image) => image !== null)) {
      const { width, height, channels, data } = decode(image)
      expect(width / height).toBeCloseTo(1280 / 720, 2)
      const fonds = readFonds(svg, {
        fois: width / 1280,
        at: (x, y) => {
          const i = (y * width + x) * channels
          return `#${Buffer.from(data.subarray(i, i + 3)).toString('hex')}`
        }
      })
      expect(fonds.size).toBeGreaterThan(90)
      for (const [code, fond] of fonds) {
        const { fonds: voulus = [] } = sujet.apparences.get(code) ?? {}
        // Stripes have no ground of their own.
        if (voulus.length === 1) expect(fond, code).toBe(voulus[0])
      }
    }
  }, 180_000)
})
