import type { MultiLineString } from 'geojson'
import { mesh } from 'topojson-client'
import { findTerritoireRef } from '../../domain/territoire/referentiel'
import type { TopologieTerritoires } from '../../domain/territoire/topologie'

/** Every border, once: two neighbours share it. */
export function meshTerritoires(topologie: TopologieTerritoires): MultiLineString {
  return mesh(topologie, topologie.objects.territoires)
}

/** The borders between regions; the coast is not one. */
export function meshRegions(topologie: TopologieTerritoires): MultiLineString {
  const regionOf = (code: unknown) => findTerritoireRef(String(code))?.region ?? String(code)
  return mesh(
    topologie,
    topologie.objects.territoires,
    (a, b) => a !== b && regionOf(a.id) !== regionOf(b.id)
  )
}
