import { feature } from 'topojson-client'
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { Lecture, Probleme } from '../domain/texte/probleme'
import { findTerritoireRef, TERRITOIRES } from '../domain/territoire/referentiel'
import type { ProprietesContour, TopologieTerritoires } from '../domain/territoire/topologie'
import { buildProbleme } from './constat'

/** Outlines in longitude and latitude, WGS 84, one a territory. */
export interface Territoires extends FeatureCollection<Polygon | MultiPolygon, ProprietesContour> {
  features: (Feature<Polygon | MultiPolygon, ProprietesContour> & { id: string })[]
}

export interface Contours {
  readonly topologie: TopologieTerritoires
  readonly territoires: Territoires
}

/**
 * Reads the content of territoires.topo.json, as JSON gives it.
 * @returns the outlines of the territories that could be drawn, and every problem found; never throws
 */
export function buildContours(contenu: unknown, fichier: string): Lecture<Contours> {
  const problemes: Probleme[] = []
  const report = (message: string) => {
    problemes.push(buildProbleme(fichier, { message }))
  }
  const topologie = contenu as TopologieTerritoires
  if (
    topologie?.type !== 'Topology' ||
    !Array.isArray(topologie.arcs) ||
    !topologie.objects?.territoires?.geometries
  ) {
    report('Ce n’est pas un TopoJSON de territoires : il lui faut des arcs et un objet « territoires ».')
    return { valeur: null, problemes }
  }
  const features: Territoires['features'] = []
  const vus = new Set<string>()
  for (const geometrie of topologie.objects.territoires.geometries) {
    const code = String(geometrie.id ?? '')
    if (!findTerritoireRef(code))
      report(`Le contour « ${code} » n’est pas celui d’un des ${TERRITOIRES.length} territoires.`)
    else if (vus.has(code)) report(`Le contour « ${code} » est donné deux fois.`)
    else {
      vus.add(code)
      try {
        const contour = feature(topologie, geometrie) as unknown as Territoires['features'][number]
        if (!contour.geometry?.coordinates?.length || !Array.isArray(contour.properties?.etiquette))
          throw new Error('vide')
        features.push({ ...contour, id: code })
      } catch {
        report(`Le contour du territoire ${code} est vide ou incorrect.`)
      }
    }
  }
  const manquants = TERRITOIRES.filter(({ code }) => !vus.has(code))
  if (manquants.length > 0) {
    report(
      `Il manque ${manquants.length > 1 ? 'les contours' : 'le contour'} de ${manquants.map(({ code }) => code).join(', ')}.`
    )
  }
  return { valeur: { topologie, territoires: { type: 'FeatureCollection', features } }, problemes }
}
