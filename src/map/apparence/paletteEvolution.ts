import { CLASSES_EVOLUTION, type ClasseEvolution, type Evolution } from '../../domain/temps/evolution'
import { LIBELLES_EVOLUTION, ORDRE_EVOLUTION } from '../../domain/temps/direEvolution'
import { INSECABLE, lowerFirst } from '../../domain/texte/francais'
import { COULEURS, type Apparence, type Palette } from './palette'
import type { ClasseLegende } from './classes'

/**
 * The one answer to 'what colour and pattern is a territory where two snapshots are compared', for both renderers and
 * the legend. A ladder of lightness, from gained (the darkest) to unchanged (white), that no way of seeing colours
 * takes away, and a pattern for each change that is no gain (tests/unit/palette-evolution.test.ts measures both).
 */
const GENRES: Readonly<Record<ClasseEvolution, 'plein' | 'hachures' | 'rayures' | 'points'>> = {
  gagne: 'plein',
  perdu: 'hachures',
  coporteur: 'rayures',
  autre: 'points',
  inchange: 'plein',
  incomparable: 'plein'
}

/** A ground, and what is drawn over it where the class has a pattern. */
type Teintes = Readonly<Record<ClasseEvolution, readonly [fond: string, motif?: string]>>

const TEINTES: Teintes = {
  gagne: ['#0a3f7d'],
  perdu: ['#b8430f', '#ffffff'],
  coporteur: ['#ffd547', '#7a5a00'],
  autre: ['#c8a4e6', '#4b2a86'],
  inchange: [COULEURS.vide],
  incomparable: ['#8f8f8f']
}

/** For a projector, whose room's light lifts all that is dark; see docs/decisions/0005-theme-projecteur.md. */
const TEINTES_PROJETEES: Teintes = {
  gagne: ['#113b70'],
  perdu: ['#cd4007', '#ffffff'],
  coporteur: ['#ffd331', '#5c4000'],
  autre: ['#caa1f1', '#2c1560'],
  inchange: [COULEURS.vide],
  incomparable: ['#8f8f8f']
}

/** How a territory of this class is painted. */
export function computeApparenceEvolution(classe: ClasseEvolution, palette: Palette): Apparence {
  const [fond, motif = null] = (palette.halo === null ? TEINTES : TEINTES_PROJETEES)[classe]
  const genre = GENRES[classe]
  return {
    fonds: genre === 'rayures' && motif ? [fond, motif] : [fond],
    points: genre === 'points' ? motif : null,
    hachures: genre === 'hachures' ? motif : null,
    contradiction: false,
    ...(palette.halo === null ? {} : { halo: palette.halo })
  }
}

/** The look of each territory, by code; what neither snapshot names is left out. */
export function computeApparencesEvolution(evolution: Evolution, palette: Palette): Map<string, Apparence> {
  const parClasse = new Map(
    CLASSES_EVOLUTION.map((classe) => [classe, computeApparenceEvolution(classe, palette)] as const)
  )
  return new Map(
    evolution.territoires.flatMap(({ code, classe }) => {
      const apparence = parClasse.get(classe)
      return apparence ? [[code, apparence] as const] : []
    })
  )
}

/** The legend of a comparison; classes with nobody in them are left out. */
export function listClassesEvolution({ comptes }: Evolution, palette: Palette): ClasseLegende[] {
  return ORDRE_EVOLUTION.filter((classe) => comptes[classe] > 0).map((classe) => ({
    cle: `evolution-${classe}`,
    libelle: LIBELLES_EVOLUTION[classe],
    court: LIBELLES_EVOLUTION[classe],
    compte: comptes[classe],
    apparence: computeApparenceEvolution(classe, palette),
    filtres: [`evolution:${classe}`]
  }))
}

const SIGNES = { hachures: 'Hachures', rayures: 'Rayures', points: 'Points' }

/** How to read each pattern that the comparison shows. */
export function listNotesEvolution({ comptes }: Evolution): string[] {
  return ORDRE_EVOLUTION.flatMap((classe) => {
    const genre = GENRES[classe]
    return comptes[classe] === 0 || genre === 'plein'
      ? []
      : [`${SIGNES[genre]}${INSECABLE}: ${lowerFirst(LIBELLES_EVOLUTION[classe])}`]
  })
}
