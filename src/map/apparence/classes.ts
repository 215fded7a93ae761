import { DEFINITIONS_FILTRES, type Filtre, type FiltreTerritoire } from '../../domain/vue/filtres'
import { TYPES_COPORTEUR, type Territoire } from '../../domain/territoire/territoire'
import { COULEURS, plain, withHachures, type Apparence, type Palette } from './palette'

/** One line of the legend: a class, how it looks, how many territories are in it, and the filter that it toggles. */
export interface ClasseLegende {
  readonly cle: string
  readonly libelle: string
  /** Where a line is short. */
  readonly court: string
  readonly compte: number
  readonly apparence: Apparence
  /** The filters that a click sets together; none where the class (of a numeric scale) is a key to the colours only. */
  readonly filtres: readonly Filtre[]
}

/** Names for a narrow column, null where the full one is short enough; that is read aloud, and shown where there is room. */
const COURTS: Readonly<Record<FiltreTerritoire, string | null>> = {
  region: 'Région',
  departement: 'Départ.',
  syndicat_mixte: null,
  collectivite_statut_particulier: 'Statut particulier',
  epci: 'EPCI seuls',
  prefecture: 'Préfecture seule',
  'sans-coporteur': null,
  'avec-gouvernance': null,
  'sans-gouvernance': 'Non remontée',
  'avec-feuille': 'Feuille remontée',
  'sans-feuille': 'Sans feuille',
  'sans-feuille-avec-gouvernance': 'Gouvernance seule',
  'ni-feuille-ni-gouvernance': 'Ni l’une ni l’autre',
  deduit: null,
  contradiction: 'Contradiction'
}

/** A class of a view, before its members are counted. */
export type Classe = Omit<ClasseLegende, 'compte'> & { readonly test: (territoire: Territoire) => boolean }

/**
 * The classes of the views that have the colours of the co-bearers.
 * @param hachures what the hatching says
 * @param sans what a ground without hatching says, where that is said
 */
export function classesCoporteurs(
  territoires: readonly Territoire[],
  palette: Palette,
  hachures: FiltreTerritoire,
  sans: readonly Classe[] = []
): Classe[] {
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
  return [
    ...parType,
    classe('sans-coporteur', plain(COULEURS.vide)),
    classe(hachures, hatched),
    ...sans,
    classe('contradiction', { ...plain(COULEURS.vide), contradiction: true })
  ]
}

/** The classes of the view of the roadmaps. */
export function classesFeuilles(palette: Palette): Classe[] {
  return [
    classe('avec-feuille', plain(palette.avecFeuille)),
    classe('sans-feuille-avec-gouvernance', withHachures(plain(palette.sansFeuille), true, palette)),
    classe('ni-feuille-ni-gouvernance', withHachures(plain(COULEURS.vide), true, palette))
  ]
}

/** The class of a filter, under its name. */
export function classe(
  filtre: FiltreTerritoire,
  apparence: Apparence,
  libelle = DEFINITIONS_FILTRES[filtre].libelle
): Classe {
  const { test } = DEFINITIONS_FILTRES[filtre]
  return { cle: filtre, libelle, court: COURTS[filtre] ?? libelle, filtres: [filtre], apparence, test }
}
