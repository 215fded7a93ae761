import { readGarde } from '../../ui/stockage'
import { isEconome } from '../../ui/economie'

/** What draws the main frame: WebGL through MapLibre, or the SVG alone. */
export type ChoixMoteur = 'webgl' | 'svg'

/** A habit of the device, and not of the view: kept in the browser. Either value forces a renderer. */
const CLE_MOTEUR = 'fne-moteur'

/** Names of drivers that draw with the processor, as browsers tell them. */
const LOGICIELS =
  /swiftshader|llvmpipe|softpipe|basic render|software|swrast|lavapipe|virgl|svga3d|apple software/i

/** True for a WebGL renderer that is no graphics card: remote desktops and virtual machines have one of these. */
export function isLogiciel(nom: string): boolean {
  return LOGICIELS.test(nom)
}

/** @returns what the device has been told to use; null without a wish, or where storage is forbidden */
export function readChoix(): ChoixMoteur | null {
  const choix = readGarde('localStorage', CLE_MOTEUR)
  return choix === 'webgl' || choix === 'svg' ? choix : null
}

/**
 * What this device draws best with. A processor that plays the graphics card takes seconds of the page to start
 * MapLibre, and then moves the map slower than the SVG does; so does a network that is to be spared.
 */
export function chooseMoteur(): ChoixMoteur {
  if (isEconome()) return 'svg'
  const nom = readNomRendu()
  return nom === null || isLogiciel(nom) ? 'svg' : 'webgl'
}

/** The name of the WebGL renderer; null where there is none, or none that is fast. */
function readNomRendu(): string | null {
  const gl = document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat: true })
  if (!gl) return null
  const precise = gl.getExtension('WEBGL_debug_renderer_info')
  const nom: unknown = gl.getParameter(precise ? precise.UNMASKED_RENDERER_WEBGL : gl.RENDERER)
  // Browsers count the contexts that are open.
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return String(nom)
}
