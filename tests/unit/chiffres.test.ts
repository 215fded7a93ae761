import { readFileSync } from 'node:fs'
import { Validator, type Schema } from '@cfworker/json-schema'
import { describe, expect, it } from 'vitest'
import { computeAvancement } from '../../src/domain/chiffres/avancement'
import type { Chiffres } from '../../src/domain/chiffres/chiffres'
import { indexElements } from '../../src/domain/chiffres/chiffres'
import { typographier } from '../../src/domain/texte/francais'
import { toFiguresAnnoncees } from '../../src/domain/chiffres/figuresAnnoncees'
import { findRegion, findTerritoireRef, TERRITOIRES } from '../../src/domain/territoire/referentiel'
import { DIAPORAMA, flatten, LIGNES, matchLignes, readNombre } from './diaporama'
import { readFige } from '../fixtures/figes'

const FICHIER = 'donnees/2024-12-06/chiffres.json'
const chiffres = JSON.parse(readFige(FICHIER)) as Chiffres
const schema = JSON.parse(readFileSync('static/donnees/schema-chiffres.json', 'utf8')) as Schema

/** Every string of the file with the path that leads to it. */
function listTextes(valeur: unknown, chemin: string[] = []): { chemin: string[]; texte: string }[] {
  if (typeof valeur === 'string') return [{ chemin, texte: valeur }]
  if (typeof valeur !== 'object' || valeur === null) return []
  return Object.entries(valeur).flatMap(([cle, enfant]) => listTextes(enfant, [...chemin, cle]))
}
const textes = listTextes(chiffres)
const sources = textes.filter(({ chemin }) => chemin.at(-1) === 'source')
const codes = (territoires: readonly { codes: readonly string[] }[]) => territoires.flatMap((t) => t.codes)
const straight = (texte: string) => texte.replace(/’/g, "'").replace(/[\u00A0\u202F]/g, ' ')
const findCoporteur = (type: string) => chiffres.gouvernances.coporteurs.find((c) => c.type === type)
const capture = (motif: RegExp) => {
  const [groupes] = matchLignes(motif)
  if (!groupes) throw new Error(`The deck has no line like ${motif}`)
  return groupes
}

describe('chiffres.json and its schema', () => {
  it('agree', () => {
    expect(new Validator(structuredClone(schema), '2020-12', false).validate(chiffres).errors).toEqual([])
  })

  it('leave no field undescribed, optional or open', () => {
    const visit = (noeud: unknown, chemin: string): void => {
      if (typeof noeud !== 'object' || noeud === null || Array.isArray(noeud)) return
      const regle = noeud as Schema
      if (regle.properties) {
        expect(regle.additionalProperties, chemin).toBe(false)
        const facultatifs = chemin === '#' ? ['$schema'] : []
        expect([...(regle.required ?? []), ...facultatifs].sort(), chemin).toEqual(
          Object.keys(regle.properties).sort()
        )
        for (const [nom, enfant] of Object.entries(regle.properties)) {
          const { title, description, $ref } = enfant as Schema
          expect($ref ?? (title && description), `${chemin}/${nom}`).toBeTruthy()
        }
      }
      for (const [cle, enfant] of Object.entries(regle)) visit(enfant, `${chemin}/${cle}`)
    }
    visit(schema, '#')
  })

  it('name each fact once, and find it by its name', () => {
    const ids = textes.filter(({ chemin }) => chemin.at(-1) === 'id').map(({ texte }) => texte)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...indexElements(chiffres).keys()].sort()).toEqual([...ids].sort())
    expect(indexElements(chiffres).get('engagement-7')).toBe(chiffres.engagements.liste[6])
  })

  it('know every code that they use', () => {
    for (const { chemin, texte } of textes) {
      if (chemin.at(-2) === 'codes') expect(findTerritoireRef(texte), chemin.join('.')).toBeDefined()
      if (chemin.at(-1) === 'region') expect(findRegion(texte), chemin.join('.')).toBeDefined()
    }
  })
})

describe('the words of the source', () => {
  const plat = flatten(DIAPORAMA)

  it.each(sources.map(({ chemin, texte }) => [chemin.join('.'), texte]))('%s is in the deck', (_, texte) => {
    expect(plat).toContain(flatten(texte))
  })

  it('are quoted without leaving any out', () => {
    const couvert = new Uint8Array(plat.length)
    for (const { texte } of sources) {
      const cherche = flatten(texte)
      for (let i = plat.indexOf(cherche); i >= 0; i = plat.indexOf(cherche, i + 1))
        couvert.fill(1, i, i + cherche.length)
    }
    const oublie = Array.from(plat, (caractere, i) => (couvert[i] ? '\n' : caractere))
      .join('')
      .split('\n')
      .filter((reste) => /[\p{L}\p{N}%€]/u.test(reste))
    expect(oublie).toEqual([])
  })

  it('have French typography where they are shown, and only there', () => {
    for (const { chemin, texte } of textes) {
      if (chemin.at(-1) === 'source' || chemin[0] === '$schema') continue
      expect(texte, chemin.join('.')).toBe(typographier(texte))
      expect(texte, chemin.join('.')).not.toMatch(/\d \d/)
    }
    expect(sources.filter(({ texte }) => /[’\u202F]/.test(texte))).toEqual([])
  })
})

describe('the event and the national roadmap', () => {
  it('name everybody with their role', () => {
    const annonces = DIAPORAMA.split('\n').filter((ligne) => /^- \S+ \S+, /.test(ligne))
    expect(annonces.length).toBeGreaterThan(0)
    expect(
      chiffres.evenement.intervenants.map(({ nom, fonction }) => straight(`- ${nom}, ${fonction}`))
    ).toEqual(annonces)
    const { nom, fonction } = chiffres.evenement.animatrice
    expect(LIGNES).toContain(straight(`ANIMATRICE : ${nom}, ${fonction}`))
    expect(LIGNES).toContain(straight(chiffres.evenement.titre))
    expect(LIGNES).toContain(chiffres.evenement.lieu.texte)
  })

  it('give the period and the two strategies', () => {
    const [debut, fin] = capture(/objectifs partagés pour (\d{4}) - (\d{4})$/).map(Number)
    expect(chiffres.feuilleDeRouteNationale.periode).toEqual({ debut, fin })
    const annees = LIGNES.filter((ligne) => /^20\d\d$/.test(ligne)).map(Number)
    expect(chiffres.feuilleDeRouteNationale.jalons.map(({ annee }) => annee)).toEqual(annees)
  })

  it('give each objective its number and what it counts', () => {
    const debut = LIGNES.indexOf('Objectifs 2027') + 1
    const bloc = LIGNES.slice(
      debut,
      LIGNES.findIndex((ligne) => ligne.startsWith('Signataires'))
    )
    expect(chiffres.objectifs.liste.flatMap(({ texte, libelle }) => [texte, libelle]).map(straight)).toEqual(
      bloc
    )
    expect(LIGNES).toContain(`Objectifs ${chiffres.objectifs.annee}`)
    for (const { texte, valeur } of chiffres.objectifs.liste) {
      expect(valeur).toBe(readNombre(texte) * (texte.endsWith('M') ? 1e6 : 1))
    }
  })

  it('list the signatories in order, and say that the list goes on', () => {
    const [groupe = '', membres = '', autres = ''] = capture(
      /^Signataires : ([^(]+) \(([^)]+)\) ; (.+)\.\.\.etc\.$/
    )
    const { liste, exhaustive } = chiffres.signataires
    expect(liste.filter((s) => s.groupe !== null).map((s) => s.nom)).toEqual(membres.split(', '))
    expect(liste.filter((s) => s.groupe === null).map((s) => s.nom)).toEqual(autres.split(' ; '))
    expect(new Set(liste.map((s) => s.groupe && straight(s.groupe).toLowerCase()))).toEqual(
      new Set([groupe, null])
    )
    expect(exhaustive).toBe(false)
  })
})

describe('the engagements', () => {
  it('are the deck’s own, under the axis that stands above them', () => {
    const { axes, liste, annonce } = chiffres.engagements
    const debut = LIGNES.findIndex((ligne) => /^Les \d+ engagements/.test(ligne))
    expect(annonce).toBe(readNombre(LIGNES[debut] ?? ''))
    expect(liste).toHaveLength(annonce)
    const bloc = LIGNES.slice(debut + 1, LIGNES.indexOf('Calendrier'))
    let axe = -1
    const attendus = bloc.flatMap((ligne) => {
      const trouve = /^Engagement #(\d+) (.*)$/.exec(ligne)
      if (trouve)
        return [{ numero: Number(trouve[1]), axe: axes[axe]?.id, titre: trouve[2]?.replace(/\.$/, '') }]
      axe++
      expect(straight(axes[axe]?.titre ?? '')).toBe(ligne.replace(/^Axe \d : /, ''))
      expect(axes[axe]?.numeroOrigine).toBe(/^Axe \d/.test(ligne) ? 'source' : 'deduit')
      expect(axes[axe]?.numero).toBe(axe + 1)
      return []
    })
    expect(axes).toHaveLength(axe + 1)
    expect(liste.map((e) => ({ numero: e.numero, axe: e.axe, titre: straight(e.titre) }))).toEqual(attendus)
  })
})

describe('the calendar', () => {
  it('has the numbered steps', () => {
    const attendues = matchLignes(/^(\d)\. (.+)$/).map(([numero, titre]) => ({
      numero: Number(numero),
      titre
    }))
    expect(chiffres.calendrier.etapes.map(({ numero, titre }) => ({ numero, titre }))).toEqual(attendues)
  })

  it('has every date, no more precise than the deck, in order', () => {
    const mois = ['janvier', 'mars', 'juin', 'juillet', 'octobre'].join('|')
    const debut = LIGNES.indexOf('Calendrier')
    const annoncees = LIGNES.slice(
      debut,
      LIGNES.findIndex((l) => l.startsWith('99 gouvernances'))
    ).flatMap(
      (ligne) => new RegExp(`^((?:\\d+|Fin)? ?(?:${mois}) \\d{4})`, 'i').exec(ligne)?.[1]?.toLowerCase() ?? []
    )
    const { dates } = chiffres.calendrier
    expect(dates.map(({ date }) => straight(date.texte).toLowerCase()).sort()).toEqual(annoncees.sort())
    expect(dates.map(({ date }) => date.iso)).toEqual(dates.map(({ date }) => date.iso).sort())
    for (const { date, etapeOrigine } of dates) {
      const precision = /^\d/.test(date.texte) ? 'jour' : /^fin/i.test(date.texte) ? 'fin_de_mois' : 'mois'
      expect(date.precision).toBe(precision)
      // The text of the deck has lost its layout: no date says to which step it belongs.
      expect(etapeOrigine).toBe('deduit')
    }
  })

  it('sets every date of the file on the day that its words mean, and says when the day is a reading', () => {
    const dates = textes.filter(({ chemin }) => chemin.at(-1) === 'iso')
    expect(dates.length).toBeGreaterThan(10)
    for (const { chemin, texte: iso } of dates) {
      const date = chemin
        .slice(0, -1)
        .reduce<unknown>(
          (v, cle) => (v as Record<string, unknown>)[cle],
          chiffres
        ) as Chiffres['financements']['echeance']['date']
      const dernier = new Date(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), 0))
        .toISOString()
        .slice(0, 10)
      if (date.precision === 'jour') {
        const jour = /^(\d+)\D/.exec(date.texte)?.[1]
        expect(Number(iso.slice(8)), date.texte).toBe(Number(jour))
      } else
        expect(iso, date.texte).toBe(date.precision === 'fin_d_annee' ? `${iso.slice(0, 4)}-12-31` : dernier)
      expect(date.jourOrigine, date.texte).toBe(date.precision === 'jour' ? 'source' : 'deduit')
      expect(date.texte).toContain(iso.slice(0, 4))
      const mois = new Intl.DateTimeFormat('fr-FR', { month: 'long', timeZone: 'UTC' }).format(new Date(iso))
      if (/\p{L}{4}/u.test(date.texte)) expect(date.texte.toLowerCase()).toContain(mois)
      else if (date.precision !== 'fin_d_annee') expect(date.texte).toContain(`${iso.slice(5, 7)}/`)
    }
  })
})

describe('the governances', () => {
  it('have the stated figure of each type, in the order of the deck', () => {
    const annonces = matchLignes(/^- (Conseil .+|Syndicat .+|Collectivité .+|EPCI .+|Préfecture .+?) : (\d+)/)
    expect(chiffres.gouvernances.coporteurs.map((c) => [c.libelle.toLowerCase(), String(c.annonce)])).toEqual(
      annonces.map(([libelle = '', nombre]) => [libelle.toLowerCase(), nombre])
    )
    expect(String(chiffres.gouvernances.remontees.valeur)).toBe(
      capture(/^(\d+) gouvernances territoriales/)[0]
    )
  })

  it('have the names of each list, and nothing else', () => {
    const between = (debut: string, fin: string) =>
      LIGNES.slice(LIGNES.indexOf(debut) + 1, LIGNES.indexOf(fin)).join(' ')
    const cites = (type: string) =>
      findCoporteur(type)
        ?.cites?.territoires.map((t) => straight(t.texte))
        .join(' ')
    expect(cites('syndicat_mixte')).toBe(between('Syndicat mixte', 'Collectivité statut particulier'))
    expect(cites('collectivite_statut_particulier')).toBe(
      between('Collectivité statut particulier', 'Préfecture uniquement')
    )
    expect(cites('prefecture')).toBe(between('Préfecture uniquement', '✗ Non-remontées'))
    expect(cites('region')).toBe(capture(/^- Conseil Régional : \d+ \((.+)\)$/)[0]?.replace(', ', ' '))
    expect(cites('epci')).toBe(capture(/^- EPCI uniquement : \d+ \((.+)\)$/)[0]?.replace(/, /g, ' '))
    expect(findCoporteur('departement')?.cites).toBeNull()
  })

  it('give the codes of the very territories that are named', () => {
    const groupes: Record<string, readonly string[]> = {
      Bretagne: TERRITOIRES.filter((t) => t.region === findTerritoireRef('35')?.region).map((t) => t.code),
      Corse: TERRITOIRES.filter((t) => t.nom.endsWith('Corse') || t.nom.startsWith('Corse')).map(
        (t) => t.code
      ),
      'Communauté Européenne d’Alsace': TERRITOIRES.filter((t) => t.nom.endsWith('-Rhin')).map((t) => t.code),
      'Saint-Martin': ['978']
    }
    const mentions = [
      ...chiffres.gouvernances.coporteurs.flatMap((c) => c.cites?.territoires ?? []),
      ...chiffres.gouvernances.nonRemontees.territoires
    ]
    for (const { texte, codes } of mentions) {
      const attendus =
        groupes[texte] ?? TERRITOIRES.filter((t) => t.nom === texte || t.code === texte).map((t) => t.code)
      expect([...codes].sort(), texte).toEqual([...attendus].sort())
    }
  })

  it('list those not reported with what the deck adds to one of them', () => {
    const bloc = LIGNES.slice(
      LIGNES.indexOf('✗ Non-remontées') + 1,
      LIGNES.findIndex((l) => /feuilles de routes ont été annoncées/.test(l))
    )
    expect(
      chiffres.gouvernances.nonRemontees.territoires.map(
        ({ texte, mention }) => texte + (mention ? ` (${mention})` : '')
      )
    ).toEqual(bloc)
  })
})

describe('the territorial roadmaps', () => {
  const { annoncees, remontees, manquantes } = chiffres.feuillesDeRoute
  const bloc = matchLignes(/^([^:-][^:]*) : (\d{1,3} \p{L}.+|Tous les départements)$/u)

  it('have the three figures, each with the reserve that the deck makes', () => {
    expect(String(annoncees.valeur)).toBe(capture(/^(\d+) feuilles de routes ont été annoncées$/)[0])
    const before = (debut: string) => LIGNES[LIGNES.findIndex((ligne) => ligne.startsWith(debut)) - 1]
    expect(String(remontees.valeur)).toBe(before('Gouvernances ont fait remonter'))
    expect(String(manquantes.valeur)).toBe(before("Gouvernances n'ont pas encore"))
    expect(DIAPORAMA).toContain(straight(remontees.reserve))
    expect(DIAPORAMA.toLowerCase()).toContain(`(${straight(manquantes.reserve).toLowerCase()})`)
  })

  it('list the missing ones region by region, as many as announced', () => {
    expect(bloc.length).toBeGreaterThan(10)
    expect(manquantes.regions.map((r) => straight(r.texte))).toEqual(bloc.map(([region]) => region))
    for (const [i, [region = '', liste = '']] of bloc.entries()) {
      const { territoires, region: code } = manquantes.regions[i] ?? { territoires: [], region: null }
      const cites = codes(territoires)
      if (liste === 'Tous les départements') {
        expect([...cites].sort()).toEqual(TERRITOIRES.filter((t) => t.region === code).map((t) => t.code))
      } else {
        const attendus = liste.split(' • ').map((terme) => /^(\d+) (.+)$/.exec(terme)?.slice(1) ?? [])
        expect(cites).toEqual(attendus.map(([numero = '']) => numero.padStart(2, '0')))
        expect(territoires.map((t) => straight(t.texte))).toEqual(attendus.map(([, nom]) => nom))
        expect(cites.map((c) => straight(findTerritoireRef(c)?.nom ?? ''))).toEqual(
          attendus.map(([, nom]) => nom)
        )
      }
      expect(
        cites.every((c) => findTerritoireRef(c)?.region === code),
        region
      ).toBe(true)
      if (code !== null) expect(straight(findRegion(code)?.nom ?? '')).toBe(region)
    }
    expect(new Set(codes(manquantes.regions.flatMap((r) => r.territoires))).size).toBe(manquantes.valeur)
  })
})

describe('the money', () => {
  const { liste, cumul, echeance } = chiffres.financements

  it('has every amount of the deck, and no other', () => {
    const debut = LIGNES.findIndex((ligne) => ligne.startsWith('Focus – Moyens'))
    const bloc = LIGNES.slice(
      debut,
      LIGNES.findIndex((ligne) => ligne.startsWith('Date limite'))
    ).join(' ')
    const annonces = Array.from(
      bloc.matchAll(/(\d[\d ]*) ?(M?) ?€( par département| par an)?/g),
      ([, nombre = '', million, par]) => ({
        valeur: readNombre(nombre) * (million ? 1e6 : 1),
        par: par === undefined ? null : par.trim() === 'par an' ? 'an' : 'departement'
      })
    )
    expect(annonces).toHaveLength(3)
    expect(
      liste.flatMap(({ montant }) => (montant ? [{ valeur: montant.valeur, par: montant.par }] : []))
    ).toEqual(annonces)
    expect(liste.filter(({ montant }) => !montant).map(({ nom }) => nom)).toEqual(['Marché ANCT'])
  })

  it('says what each amount is for in the deck’s own words', () => {
    const plat = flatten(DIAPORAMA).toLowerCase().replace('elaboration et/ou', 'élaboration et/ou')
    for (const { objet, beneficiaires } of liste) {
      expect(plat).toContain(straight(objet).toLowerCase())
      if (beneficiaires) expect(straight(objet)).toContain(straight(beneficiaires))
    }
  })

  it('adds up, until the end of the year that is given', () => {
    expect(LIGNES).toContain(cumul.texte)
    expect([cumul.complementaires, cumul.cumulables]).toEqual([true, true])
    const [texte] = capture(/^Date limite pour dépenser les fonds après signature de la convention : (.+)$/)
    expect(straight(echeance.date.texte)).toBe(texte)
    expect(echeance.date).toMatchObject({ precision: 'fin_d_annee', jourOrigine: 'deduit' })
  })
})

describe('the indicators', () => {
  const rangees = matchLignes(
    /^France\s+([\d ]+) \(([\d/]+)\)\s+([\d ]+) \(([\d/]+)\)\s+([\d ]+) \(([\d/]+)\)\s+(\d+) %\s+([\d ]+) \(([\d/]+)\)\s+(\d+) %/
  )

  it('have every cell of the two tables', () => {
    expect(rangees).toHaveLength(2)
    const cellules = chiffres.indicateurs.liste.map(({ initiale, actuelle, cibles }) =>
      [
        ...[initiale, actuelle].flatMap(({ valeur, date }) => [valeur, date.texte]),
        ...cibles.flatMap(({ valeur, date, avancementAnnonce }) => [
          valeur,
          date.texte,
          avancementAnnonce ?? ''
        ])
      ].map(String)
    )
    expect(cellules).toEqual(rangees.map((rangee) => rangee.map((cellule) => cellule.replace(/ /g, ''))))
    for (const { cibles, titre } of chiffres.indicateurs.liste) {
      expect(cibles.map(({ annee, date }) => date.iso.startsWith(String(annee)))).toEqual([true, true])
      expect(LIGNES).toContain(straight(titre))
    }
  })

  it('reach the progress that the deck states, counted from the initial value', () => {
    for (const { initiale, actuelle, cibles } of chiffres.indicateurs.liste) {
      for (const { valeur, avancementAnnonce } of cibles) {
        const { affiche } = computeAvancement(initiale.valeur, actuelle.valeur, valeur)
        expect(Math.round(affiche * 100)).toBe(avancementAnnonce)
      }
    }
  })

  it('carry the date and the provenance where the deck gives them', () => {
    const [date, provenance] = capture(/^Mis à jour le : (\S+) \| Source : (.+)$/)
    const [premier, second] = chiffres.indicateurs.liste
    expect(premier?.miseAJour?.date.texte).toBe(date)
    expect(premier?.miseAJour?.date.iso).toBe(chiffres.instantane)
    expect(premier?.provenance?.texte).toBe(provenance)
    expect([second?.miseAJour, second?.provenance, second?.graphique]).toEqual([null, null, null])
  })

  it('state the posts as the deck does, although the shares do not add up', () => {
    const attendus = capture(/^(\d+) postes .+ ; (\d+)% .+ les (\d+)% /).map(Number)
    const { attribues, pourvus, restants } = chiffres.postes
    expect([attribues, pourvus, restants].map(({ valeur }) => valeur)).toEqual(attendus)
    for (const { texte, valeur } of [attribues, pourvus, restants]) expect(readNombre(texte)).toBe(valeur)
  })
})

describe('toFiguresAnnoncees', () => {
  it('takes all figures that can be compared with the territories', () => {
    const figures = toFiguresAnnoncees(chiffres)
    expect(figures.gouvernances).toBe(chiffres.gouvernances.remontees.valeur)
    expect(figures.feuillesRemontees).toBe(chiffres.feuillesDeRoute.remontees.valeur)
    expect(figures.feuillesManquantes).toBe(figures.sansFeuille?.length)
    expect(figures.feuillesAnnoncees).toBe(chiffres.feuillesDeRoute.annoncees.valeur)
    for (const { type, annonce, cites } of chiffres.gouvernances.coporteurs) {
      expect(figures.coporteurs[type]).toBe(annonce)
      expect(figures.cites?.[type]).toEqual(codes(cites?.territoires ?? []).sort())
    }
    expect(figures.nonRemontees).toEqual(codes(chiffres.gouvernances.nonRemontees.territoires).sort())
    expect((figures.gouvernances ?? 0) + (figures.nonRemontees?.length ?? 0)).toBe(TERRITOIRES.length)
    expect((figures.feuillesRemontees ?? 0) + (figures.feuillesManquantes ?? 0)).toBe(TERRITOIRES.length)
  })

  it('compares nothing of a section that could not be read', () => {
    const { feuillesDeRoute } = chiffres
    expect(toFiguresAnnoncees({ feuillesDeRoute })).toMatchObject({
      gouvernances: null,
      cites: null,
      nonRemontees: null
    })
    const { gouvernances } = chiffres
    expect(toFiguresAnnoncees({ gouvernances })).toMatchObject({
      feuillesManquantes: null,
      sansFeuille: null
    })
  })
})
