import { TYPES_COPORTEUR, type TypeCoporteur } from '../../domain/territoire/territoire'

/**
 * The colours of the map; which of them a territory has in a view is in vues.ts. The nominal colours are spaced in lightness, so that they stay apart under protanopia, deuteranopia,
 * tritanopia and in greyscale (tests/unit/palette.test.ts measures it); patterns carry the status, never colour alone.
 */
const COULEURS_COPORTEUR: Readonly<Record<TypeCoporteur, string>> = {
  region: '#2d0f57',
  departement: '#79ade4',
  syndicat_mixte: '#087f6c',
  collectivite_statut_particulier: '#f2cf51',
  epci: '#de7335',
  prefecture: '#92263c'
}
export const couleurCoporteur = (type: TypeCoporteur): string => COULEURS_COPORTEUR[type]

/** Deduced facts: the same hue, lighter, with dots of the hue. */
const TEINTES_DEDUITES: Readonly<Record<TypeCoporteur, { fond: string; points: string }>> = {
  region: { fond: '#d9d0e6', points: '#2d0f57' },
  departement: { fond: '#d3e4f5', points: '#2f6db0' },
  syndicat_mixte: { fond: '#cfe6e1', points: '#087f6c' },
  collectivite_statut_particulier: { fond: '#faf0c8', points: '#a58600' },
  epci: { fond: '#fadcc8', points: '#b3500f' },
  prefecture: { fond: '#eed0d8', points: '#92263c' }
}

/** A set of colours; patterns, and what they mean, are the same in all. */
export interface Palette {
  readonly coporteurs: (type: TypeCoporteur) => string
  readonly deduites: Readonly<Record<TypeCoporteur, { fond: string; points: string }>>
  readonly avecFeuille: string
  readonly sansFeuille: string
  /** Hatching on light grounds. */
  readonly hachures: string
  /** What all labels stand on, where the grounds themselves would not let them be read from afar; null is the ground. */
  readonly halo: string | null
}

/**
 * The same hues for a projector in a lit room, whose light lifts all that is dark: spaced by what is left of them then
 * (docs/decisions/0005-theme-projecteur.md). On a screen or on paper the other set is farther apart.
 */
const COULEURS_PROJETEES: Readonly<Record<TypeCoporteur, string>> = {
  region: '#19003c',
  departement: '#73c9ff',
  syndicat_mixte: '#008d93',
  collectivite_statut_particulier: '#fadc8e',
  epci: '#ff7f6c',
  prefecture: '#bc1e00'
}
export const PALETTE_PROJETEE: Palette = {
  coporteurs: (type) => COULEURS_PROJETEES[type],
  deduites: {
    region: { fond: '#c9bfe0', points: '#19003c' },
    departement: { fond: '#c4e8ff', points: '#00467f' },
    syndicat_mixte: { fond: '#b5e0e0', points: '#00565a' },
    collectivite_statut_particulier: { fond: '#fdf3d6', points: '#7a5600' },
    epci: { fond: '#ffd6ce', points: '#8a1c06' },
    prefecture: { fond: '#f3c4b8', points: '#8a1600' }
  },
  avecFeuille: '#00566f',
  sansFeuille: '#ffc78f',
  hachures: '#000000',
  halo: '#ffffff'
}

/**
 * The colours of the co-bearers as CSS custom properties, for those who paint a swatch without knowing the palette:
 * `--fne-coporteur-<type>`, and `-deduit` and `-points` for the deduced ones.
 */
export function variablesCoporteur(palette: Palette = PALETTE): string {
  return TYPES_COPORTEUR.map((type) => {
    const nom = `--fne-coporteur-${type}`
    const { fond, points } = palette.deduites[type]
    return `${nom}:${palette.coporteurs(type)};${nom}-deduit:${fond};${nom}-points:${points}`
  }).join(';')
}

export const COULEURS = {
  vide: '#ffffff',
  avecFeuille: '#0b6e8c',
  sansFeuille: '#f8d2ad',
  /** A territory whose row is missing or could not be read. */
  inconnu: '#d9d9d9',
  hachures: '#3a3a3a',
  hachuresClaires: '#ffffff',
  frontiere: '#3f4254',
  selection: '#000091',
  survol: '#161616',
  /** The territory that the arrow keys are on. */
  curseur: '#0a76f6',
  /** Under the two: a coloured line alone is lost on a dark fill. */
  lisere: '#ffffff'
} as const

export const PALETTE: Palette = {
  coporteurs: couleurCoporteur,
  deduites: TEINTES_DEDUITES,
  avecFeuille: COULEURS.avecFeuille,
  sansFeuille: COULEURS.sansFeuille,
  hachures: COULEURS.hachures,
  halo: null
}

/** How a territory is painted. */
export interface Apparence {
  /** One colour, or several drawn as stripes. */
  readonly fonds: readonly string[]
  /** Colour of the dots over it (deduced), or null. */
  readonly points: string | null
  /** Colour of the 45° hatching over it (not reported), or null. */
  readonly hachures: string | null
  /** A marker says that the source contradicts itself here. */
  readonly contradiction: boolean
  /** What its label stands on; its own ground where left out. */
  readonly halo?: string
}

/** Of a territory that the snapshot does not have. */
export const APPARENCE_INCONNUE: Apparence = {
  fonds: [COULEURS.inconnu],
  points: null,
  hachures: null,
  contradiction: false
}

/** What each territory looks like, by its code. */
export const createApparenceOf =
  (apparences: ReadonlyMap<string, Apparence>) =>
  (code: string): Apparence =>
    apparences.get(code) ?? APPARENCE_INCONNUE

/** One colour, and nothing over it. */
export const plain = (fond: string): Apparence => ({
  fonds: [fond],
  points: null,
  hachures: null,
  contradiction: false
})

/** The palettes have a few dozen colours, and the map asks for each a hundred times. */
const luminances = new Map<string, number>()

/** Relative luminance, from 0 (black) to 1 (white), as WCAG measures contrast. */
function computeLuminance(couleur: string): number {
  const connue = luminances.get(couleur)
  if (connue !== undefined) return connue
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => parseInt(couleur.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b
  luminances.set(couleur, luminance)
  return luminance
}

/** Hatching must be seen on dark and on light fills alike. */
function contrastingHachures(fond: string, palette: Palette): string {
  return computeLuminance(fond) < 0.22 ? COULEURS.hachuresClaires : palette.hachures
}

/**
 * The colours of a label over a look: dark or light, whichever reads better, with a halo of the ground itself that
 * pushes patterns aside.
 * @param estompe true where the ground is dimmed, and so light
 */
export function couleursTexte(
  { fonds, halo: fond }: Apparence,
  estompe = false
): { texte: string; halo: string } {
  if (estompe) return { texte: '#161616', halo: COULEURS.vide }
  const halo = fond ?? fonds[0] ?? COULEURS.vide
  // Where black and white contrast alike.
  return { texte: computeLuminance(halo) < 0.179 ? '#ffffff' : '#161616', halo }
}

/** Two patterns on one another read as neither: hatching takes the place of the dots, the light tint stays. */
export function withHachures(apparence: Apparence, hachure: boolean, palette: Palette): Apparence {
  if (!hachure) return apparence
  return {
    ...apparence,
    points: null,
    hachures: contrastingHachures(apparence.fonds[0] ?? COULEURS.vide, palette)
  }
}
