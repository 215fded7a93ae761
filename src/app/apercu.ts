import type { LireTexte } from '../data/lecture'
import { HABILLAGES } from '../export/scene/scene'
import { readSujet } from '../export/scene/sujet'
import { buildSvg } from '../export/scene/svg'
import { PALETTE } from '../map/apparence/palette'
import { Atlas } from '../state/atlas.svelte'

/**
 * The default view as an SVG for the preview of a link, drawn by the build (scripts/apercuLien.mjs).
 * @throws Error when the outlines cannot be read
 */
export async function renderApercu(
  lire: LireTexte,
  taille: { readonly largeur: number; readonly hauteur: number }
): Promise<string> {
  const atlas = new Atlas(lire)
  await atlas.load()
  const sujet = readSujet(atlas, PALETTE)
  if (!sujet) throw new Error('Les contours n’ont pas pu être lus.')
  return buildSvg(sujet, taille, HABILLAGES.clair)
}
