import { scaleUtc } from 'd3-scale'
import type { Calendrier, Financements } from '../chiffres/chiffres'
import { formatDateSource, type DateSource } from './dateSource'
import { formatDate, typographier } from '../texte/francais'

/** One point on the line of time, the oldest first. */
export interface Point {
  readonly cle: string
  readonly genre: 'date' | 'echeance' | 'donnees' | 'aujourdhui'
  /** ISO date; the last day of the period where the source gives none. */
  readonly iso: string
  /** As precise as the source, in words. */
  readonly date: string
  readonly texte: string
  /** The step of the calendar that it belongs to. */
  readonly etape: { readonly numero: number; readonly titre: string; readonly deduite: string | null } | null
  /** Over, seen from today. */
  readonly passe: boolean
}

/**
 * The dates of the source in their order, with the day of the data and today set among them.
 * @param aujourdhui ISO date
 * @param instantane ISO date of the data; null when unknown
 */
export function buildLigneDeTemps(
  calendrier: Calendrier,
  financements: Financements | undefined,
  aujourdhui: string,
  instantane: string | null
): Point[] {
  const point = (
    cle: string,
    genre: Point['genre'],
    date: Pick<DateSource, 'iso' | 'precision'>,
    texte: string,
    etape: Point['etape'] = null
  ): Point => ({
    cle,
    genre,
    iso: date.iso,
    date: formatDateSource(date),
    texte: typographier(texte),
    etape,
    passe: date.iso < aujourdhui
  })
  const dates = calendrier.dates.map(({ id, date, texte, etape, etapeOrigine, etapeMotif }) => {
    const titre = calendrier.etapes.find(({ numero }) => numero === etape)?.titre ?? ''
    return point(id, 'date', date, texte, {
      numero: etape,
      titre: typographier(titre),
      deduite: etapeOrigine === 'deduit' ? etapeMotif : null
    })
  })
  const points = [
    ...dates,
    ...(financements
      ? [point(financements.echeance.id, 'echeance', financements.echeance.date, financements.echeance.texte)]
      : []),
    ...(instantane
      ? [point('donnees', 'donnees', { iso: instantane, precision: 'jour' }, 'Date des données montrées ici')]
      : []),
    {
      ...point('aujourdhui', 'aujourdhui', { iso: aujourdhui, precision: 'jour' }, 'Aujourd’hui'),
      date: formatDate(aujourdhui)
    }
  ]
  return points
    .map((p, rang) => ({ p, rang }))
    .sort((a, b) => (a.p.iso === b.p.iso ? a.rang - b.rang : a.p.iso < b.p.iso ? -1 : 1))
    .map(({ p }) => p)
}

/**
 * Where the points stand on a drawn line.
 * @param bornes places of the first and of the last point, in percent of the line's width
 * @returns the scale from a day to such a place, and the first days of the years that are marked on it
 */
export function createEchelle(points: readonly Pick<Point, 'iso'>[], bornes: readonly [number, number]) {
  const x = scaleUtc()
    .domain([new Date(points[0]?.iso ?? 0), new Date(points.at(-1)?.iso ?? 1)])
    .range(bornes)
  return { x, annees: x.ticks(5).filter((jour) => jour.getUTCMonth() === 0) }
}
