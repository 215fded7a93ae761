import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listAvancements } from '../../src/domain/chiffres/avancements'
import { buildLigneDeTemps } from '../../src/domain/temps/ligneDeTemps'
import { placeEtiquettes } from '../../src/commun/placerEtiquettes'
import { CHIFFRES, DATE } from './fichiers'

describe('progress towards the targets', () => {
  it('is the percentage that the source states, for each indicator and target', () => {
    const lignes = (CHIFFRES.indicateurs?.liste ?? []).flatMap(listAvancements)
    expect(lignes).toHaveLength(4)
    for (const { cible, texte, ecart } of lignes) {
      expect(texte).toBe(`${cible.avancementAnnonce}\u202F%`)
      expect(ecart).toBeNull()
    }
  })

  it('keeps the true value of a target that is over-reached', () => {
    const [premiere, seconde] = CHIFFRES.indicateurs?.liste.map(listAvancements)[0] ?? []
    const vrai = Math.round(((4_511_889 - 1_156_570) / (3_200_000 - 1_156_570)) * 100)
    expect(premiere?.atteinte).toBe(true)
    expect(premiere?.reel).toContain(`${vrai}\u202F%`)
    expect(seconde?.reel).toBeNull()
  })

  it('says so when the source states another percentage', () => {
    const indicateur = CHIFFRES.indicateurs?.liste[0]
    if (!indicateur) throw new Error('no indicator')
    const cibles = indicateur.cibles.map((cible) => ({ ...cible, avancementAnnonce: 42 }))
    expect(listAvancements({ ...indicateur, cibles })[1]?.ecart).toContain('42')
  })
})

describe('the line of time', () => {
  const { calendrier, financements } = CHIFFRES
  if (!calendrier) throw new Error('no calendar')
  const on = (aujourdhui: string) => buildLigneDeTemps(calendrier, financements, aujourdhui, DATE)

  it('holds every date of the source, the deadline, the data and today, the oldest first', () => {
    const points = on('2025-06-01')
    expect(points).toHaveLength(calendrier.dates.length + 3)
    expect(points.map(({ iso }) => iso)).toEqual(points.map(({ iso }) => iso).sort())
    expect(points.map(({ genre }) => genre).slice(-3)).toEqual(['donnees', 'aujourdhui', 'echeance'])
  })

  it('moves today behind the deadline once it is over', () => {
    expect(on('2026-06-01').at(-1)?.genre).toBe('aujourdhui')
    expect(on('2026-06-01').every(({ passe, genre }) => passe || genre === 'aujourdhui')).toBe(true)
  })

  it('names the step of each date of the calendar, and why it is there', () => {
    for (const { genre, etape } of on('2025-06-01')) {
      if (genre === 'date') expect(etape?.titre).not.toBe('')
      else expect(etape).toBeNull()
    }
  })
})

describe('labels along a scale', () => {
  const spread = ({ place, ancre }: ReturnType<typeof placeEtiquettes>[number], largeur: number) => {
    if (ancre === 'start') return [place, place + largeur] as const
    return ancre === 'end'
      ? ([place - largeur, place] as const)
      : ([place - largeur / 2, place + largeur / 2] as const)
  }

  it('are centred where there is room, and kept inside at the edges', () => {
    expect(placeEtiquettes([0, 50, 100], 20).map(({ ancre, rang }) => [ancre, rang])).toEqual([
      ['start', 0],
      ['middle', 0],
      ['end', 0]
    ])
  })

  it('never cover each other', () => {
    const places = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 6 })
    fc.assert(
      fc.property(places, (valeurs) => {
        const etiquettes = placeEtiquettes(valeurs, 25)
        for (const [i, une] of etiquettes.entries()) {
          for (const autre of etiquettes.slice(i + 1)) {
            if (une.rang !== autre.rang) continue
            const [d1, f1] = spread(une, 25)
            const [d2, f2] = spread(autre, 25)
            expect(f1 <= d2 || f2 <= d1).toBe(true)
          }
        }
      })
    )
  })
})
