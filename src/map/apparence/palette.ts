import { DEFINITIONS_FILTRES, type Filtre, type FiltreTerritoire } from '../../domain/vue/filtres'
import {
  findContradiction,
  hasFeuilleDeRoute,
  isGouvernanceRemontee,
  TYPES_COPORTEUR,
  type Territoire,
  type TypeCoporteur
} from '../../domain/territoire/territoire'
import type { VueCarte } from '../../state/vue'

/**
 * The one answer to 'what colour and pattern is this territory in this view', for both renderers, the legend and
 * exports. The nominal colours are spaced in lightness, so that they stay apart under protanopia, deuteranopia,
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

const plain = (fond: string): Apparence => ({
  fonds: [fond],
  points: null,
  hachures: null,
  contradiction: false
})

/** Relative luminance, from 0 (black) to 1 (white), as WCAG measures contrast. */
function computeLuminance(couleur: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => parseInt(couleur.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
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

/** @param territoire undefined where the data say nothing of it */
export function computeApparence(
  territoire: Territoire | undefined,
  vue: VueCarte,
  palette: Palette = PALETTE
): Apparence {
  const apparence = territoire ? apparenceOf(territoire, vue, palette) : plain(COULEURS.inconnu)
  return palette.halo === null ? apparence : { ...apparence, halo: palette.halo }
}

function apparenceOf(territoire: Territoire, vue: VueCarte, palette: Palette): Apparence {
  switch (vue) {
    case 'coporteurs':
      return withHachures(
        apparenceCoporteurs(territoire, palette),
        !isGouvernanceRemontee(territoire),
        palette
      )
    case 'feuilles-de-route':
      return apparenceFeuille(territoire, palette)
    case 'croisee':
      return withHachures(apparenceCoporteurs(territoire, palette), !hasFeuilleDeRoute(territoire), palette)
    default:
      return vue satisfies never
  }
}

function apparenceCoporteurs(territoire: Territoire, palette: Palette): Apparence {
  const { coporteurs, origine } = territoire.gouvernance
  const deduit = origine === 'deduit'
  const premier = coporteurs[0]
  return {
    fonds: premier
      ? coporteurs.map((type) => (deduit ? palette.deduites[type].fond : palette.coporteurs(type)))
      : [COULEURS.vide],
    points: deduit && premier ? palette.deduites[premier].points : null,
    hachures: null,
    contradiction: findContradiction(territoire) !== null
  }
}

/** Two patterns on one another read as neither: hatching takes the place of the dots, the light tint stays. */
function withHachures(apparence: Apparence, hachure: boolean, palette: Palette): Apparence {
  if (!hachure) return apparence
  return {
    ...apparence,
    points: null,
    hachures: contrastingHachures(apparence.fonds[0] ?? COULEURS.vide, palette)
  }
}

function apparenceFeuille(territoire: Territoire, palette: Palette): Apparence {
  if (hasFeuilleDeRoute(territoire)) return plain(palette.avecFeuille)
  const fond = isGouvernanceRemontee(territoire) ? palette.sansFeuille : COULEURS.vide
  return withHachures(plain(fond), true, palette)
}

/** One line of the legend: a class, how it looks, how many territories are in it, and the filter that it toggles. */
export interface ClasseLegende {
  readonly cle: string
  readonly libelle: string
  /** Where a line is short. */
  readonly court: string
  readonly compte: number
  readonly apparence: Apparence
  /** The filters that a click sets together. */
  readonly filtres: readonly Filtre[]
}

/** The legend of a view over the given territories; classes with nobody in them are left out. */
export function listClasses(
  vue: VueCarte,
  territoires: readonly Territoire[],
  palette: Palette = PALETTE
): ClasseLegende[] {
  const classes =
    vue === 'feuilles-de-route' ? classesFeuilles(palette) : classesCoporteurs(vue, territoires, palette)
  return classes
    .map((classe) => ({ ...classe, compte: territoires.filter(classe.test).length }))
    .filter((classe) => classe.compte > 0)
}

/** Names for a narrow column; the full ones are read aloud, and shown where there is room. */
const COURTS: Readonly<Partial<Record<FiltreTerritoire, string>>> = {
  region: 'Région',
  departement: 'Départ.',
  collectivite_statut_particulier: 'Statut particulier',
  epci: 'EPCI seuls',
  prefecture: 'Préfecture seule',
  'sans-gouvernance': 'Non remontée',
  contradiction: 'Contradiction',
  'avec-feuille': 'Feuille remontée',
  'sans-feuille': 'Sans feuille',
  'sans-feuille-avec-gouvernance': 'Gouvernance seule',
  'ni-feuille-ni-gouvernance': 'Ni l’une ni l’autre'
}

type Classe = Omit<ClasseLegende, 'compte'> & { readonly test: (territoire: Territoire) => boolean }

function classesCoporteurs(vue: VueCarte, territoires: readonly Territoire[], palette: Palette): Classe[] {
  const isDeduit = DEFINITIONS_FILTRES.deduit.test
  const parType = TYPES_COPORTEUR.flatMap((type): Classe[] => {
    const { libelle, test } = DEFINITIONS_FILTRES[type]
    const { fond, points } = palette.deduites[type]
    // Where all of a type are deduced the type says it alone, and can be shown together with others.
    const partages = territoires.some((t) => test(t) && !isDeduit(t))
    return [
      {
        cle: type,
        libelle,
        court: COURTS[type] ?? libelle,
        filtres: [type],
        apparence: plain(palette.coporteurs(type)),
        test: (t) => test(t) && !isDeduit(t)
      },
      {
        cle: `${type}-deduit`,
        libelle: `${libelle} (déduit)`,
        court: `${COURTS[type] ?? libelle} (déduit)`,
        filtres: partages ? [type, 'deduit'] : [type],
        apparence: { ...plain(fond), points },
        test: (t) => test(t) && isDeduit(t)
      }
    ]
  })
  const hatched = withHachures(plain(COULEURS.vide), true, palette)
  const etat = vue === 'croisee' ? 'sans-feuille' : 'sans-gouvernance'
  return [
    ...parType,
    classe('sans-coporteur', plain(COULEURS.vide)),
    classe(etat, hatched),
    ...(vue === 'croisee'
      ? [classe('avec-feuille', plain(COULEURS.vide), 'Feuille de route remontée (sans hachures)')]
      : []),
    classe('contradiction', { ...plain(COULEURS.vide), contradiction: true })
  ]
}

function classesFeuilles(palette: Palette): Classe[] {
  return [
    classe('avec-feuille', plain(palette.avecFeuille)),
    classe('sans-feuille-avec-gouvernance', withHachures(plain(palette.sansFeuille), true, palette)),
    classe('ni-feuille-ni-gouvernance', withHachures(plain(COULEURS.vide), true, palette))
  ]
}

function classe(
  filtre: FiltreTerritoire,
  apparence: Apparence,
  libelle = DEFINITIONS_FILTRES[filtre].libelle
): Classe {
  const { test } = DEFINITIONS_FILTRES[filtre]
  return { cle: filtre, libelle, court: COURTS[filtre] ?? libelle, filtres: [filtre], apparence, test }
}
