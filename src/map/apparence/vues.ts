import {
  findContradiction,
  hasFeuilleDeRoute,
  isGouvernanceRemontee,
  type Territoire
} from '../../domain/territoire/territoire'
import { INSECABLE, quote } from '../../domain/texte/francais'
import type { VueCarte } from '../../domain/vue/vocabulaire'
import { classe, classesCoporteurs, classesFeuilles, type Classe, type ClasseLegende } from './classes'
import { COULEURS, PALETTE, plain, withHachures, type Apparence, type Palette } from './palette'

/** What is drawn over a colour, in the order in which the key to the map explains it. */
const SIGNES = {
  points: { nom: 'Points', isDrawn: ({ points }: Apparence) => points !== null },
  hachures: { nom: 'Hachures', isDrawn: ({ hachures }: Apparence) => hachures !== null },
  rayures: { nom: 'Rayures', isDrawn: ({ fonds }: Apparence) => fonds.length > 1 },
  contradiction: { nom: quote('!'), isDrawn: ({ contradiction }: Apparence) => contradiction }
} as const
type Signe = keyof typeof SIGNES

/** All that a view of the map is, whether its colours are classes or a numeric scale. */
interface DefinitionVue {
  /** In the switch above the map. */
  readonly libelle: string
  /** What a picture of the view is called. */
  readonly titre: string
  /** What the classes of the legend measure, with the unit, where their names do not say it. */
  readonly titreLegende: string | null
  readonly computeApparence: (territoire: Territoire, palette: Palette) => Apparence
  /** Each class with all its looks; those with nobody in them are left out of the legend. */
  readonly listClasses: (territoires: readonly Territoire[], palette: Palette) => readonly Classe[]
  /** What each sign means; null where this view never draws it. */
  readonly notes: Readonly<Record<Signe, string | null>>
}

/**
 * The one answer to 'what colour and pattern is this territory in this view', and to all else that is asked of a view,
 * for both renderers, switch, legend and exports. A new view is one more entry.
 */
export const DEFINITIONS_VUES: Readonly<Record<VueCarte, DefinitionVue>> = {
  coporteurs: {
    libelle: 'Coporteurs',
    titre: 'Qui porte l’inclusion numérique dans chaque département\u00A0?',
    titreLegende: null,
    computeApparence: (territoire, palette) =>
      withHachures(apparenceCoporteurs(territoire, palette), !isGouvernanceRemontee(territoire), palette),
    listClasses: (territoires, palette) => classesCoporteurs(territoires, palette, 'sans-gouvernance'),
    notes: {
      points: 'déduit par élimination',
      hachures: 'gouvernance non remontée',
      rayures: 'plusieurs coporteurs',
      contradiction: 'la source se contredit'
    }
  },
  'feuilles-de-route': {
    libelle: 'Feuilles de route',
    titre: 'Les feuilles de route, territoire par territoire',
    titreLegende: null,
    computeApparence: apparenceFeuille,
    listClasses: (_, palette) => classesFeuilles(palette),
    notes: {
      points: null,
      hachures: 'feuille de route non remontée',
      rayures: null,
      contradiction: null
    }
  },
  croisee: {
    libelle: 'Vue croisée',
    titre: 'Coporteurs et feuilles de route, territoire par territoire',
    titreLegende: null,
    computeApparence: (territoire, palette) =>
      withHachures(apparenceCoporteurs(territoire, palette), !hasFeuilleDeRoute(territoire), palette),
    listClasses: (territoires, palette) =>
      classesCoporteurs(territoires, palette, 'sans-feuille', [
        classe('avec-feuille', plain(COULEURS.vide), 'Feuille de route remontée (sans hachures)')
      ]),
    notes: {
      points: 'déduit par élimination, comme toute teinte claire',
      hachures: 'feuille de route non remontée',
      rayures: 'plusieurs coporteurs',
      contradiction: 'la source se contredit'
    }
  }
}

/** @param territoire undefined where the data say nothing of it */
export function computeApparence(
  territoire: Territoire | undefined,
  vue: VueCarte,
  palette: Palette = PALETTE
): Apparence {
  const apparence = territoire
    ? DEFINITIONS_VUES[vue].computeApparence(territoire, palette)
    : plain(COULEURS.inconnu)
  return palette.halo === null ? apparence : { ...apparence, halo: palette.halo }
}

/** The same for each territory that has an outline, by its code. */
export const computeApparences = (
  contours: readonly { readonly id: string }[],
  parCode: ReadonlyMap<string, Territoire>,
  vue: VueCarte,
  palette: Palette = PALETTE
): ReadonlyMap<string, Apparence> =>
  new Map(contours.map(({ id }) => [id, computeApparence(parCode.get(id), vue, palette)]))

/** The legend of a view over the given territories; classes with nobody in them are left out. */
export function listClasses(
  vue: VueCarte,
  territoires: readonly Territoire[],
  palette: Palette = PALETTE
): ClasseLegende[] {
  return DEFINITIONS_VUES[vue]
    .listClasses(territoires, palette)
    .map((classe) => ({ ...classe, compte: territoires.filter(classe.test).length }))
    .filter((classe) => classe.compte > 0)
}

/** How to read each sign that the map shows in this view; none for what it does not show. */
export function listNotes(vue: VueCarte, apparences: Iterable<Apparence>): string[] {
  const { notes } = DEFINITIONS_VUES[vue]
  const liste = [...apparences]
  return (Object.keys(SIGNES) as Signe[]).flatMap((signe) => {
    const sens = notes[signe]
    const { nom, isDrawn } = SIGNES[signe]
    return sens !== null && liste.some(isDrawn) ? [`${nom}${INSECABLE}: ${sens}`] : []
  })
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

function apparenceFeuille(territoire: Territoire, palette: Palette): Apparence {
  if (hasFeuilleDeRoute(territoire)) return plain(palette.avecFeuille)
  const fond = isGouvernanceRemontee(territoire) ? palette.sansFeuille : COULEURS.vide
  return withHachures(plain(fond), true, palette)
}
