import { MediaQuery } from 'svelte/reactivity'
import { innerHeight, innerWidth } from 'svelte/reactivity/window'
import { readGarde, writeGarde } from '../stockage'

/** 'projecteur': read from the back of a lit room (docs/decisions/0005-theme-projecteur.md). */
const THEMES = ['clair', 'sombre', 'projecteur'] as const
type Theme = (typeof THEMES)[number]

/** What can be chosen: a theme, or the one that the system asks for, light or dark. */
export const CHOIX_THEME = ['systeme', ...THEMES] as const
export type ChoixTheme = (typeof CHOIX_THEME)[number]

/** One looks at a screen, or shows it to a room: each keeps a choice of its own. */
export type Usage = 'exploration' | 'presentation'

/** The same names are in index.html, which sets the theme before the first paint. */
const CLES: Readonly<Record<Usage, string>> = {
  exploration: 'fne-theme',
  presentation: 'fne-theme-presentation'
}
const PAR_DEFAUT: Readonly<Record<Usage, ChoixTheme>> = { exploration: 'systeme', presentation: 'projecteur' }

const sombreVoulu = new MediaQuery('(prefers-color-scheme: dark)', false)

/** The root's font size in parts of the window's width, and at most in parts of its height, in the projector theme. */
const TAILLE_PROJETEE = 24 / 1280
const TAILLE_PROJETEE_HAUTEUR = 24 / 720
const TAILLE_NORMALE = 16

const isChoix = (valeur: string | null): valeur is ChoixTheme =>
  (CHOIX_THEME as readonly (string | null)[]).includes(valeur)

/** A browser may forbid the storage, and outside one there is none: the choice then lasts as long as the page. */
function read(usage: Usage): ChoixTheme | null {
  const valeur = readGarde('localStorage', CLES[usage])
  return isChoix(valeur) ? valeur : null
}

function mark(theme: Theme): void {
  const { dataset } = document.documentElement
  dataset['fneTheme'] = theme
  dataset['frTheme'] = dataset['frScheme'] = theme === 'sombre' ? 'dark' : 'light'
}

/** The look of the page: what was chosen for a use, else its default. */
class Themes {
  #choisis = $state.raw<Readonly<Record<Usage, ChoixTheme | null>>>({
    exploration: read('exploration'),
    presentation: read('presentation')
  })
  #applique = $state<Theme>('clair')
  #surPapier = $state(false)

  /** What was chosen for a use, else its default. */
  choixOf(usage: Usage): ChoixTheme {
    return this.#choisis[usage] ?? PAR_DEFAUT[usage]
  }

  /** The theme that a use is to have; follows the system where that is the choice. */
  of(usage: Usage): Theme {
    const choix = this.choixOf(usage)
    if (choix !== 'systeme') return choix
    return sombreVoulu.current ? 'sombre' : 'clair'
  }

  choose(usage: Usage, theme: ChoixTheme): void {
    this.#choisis = { ...this.#choisis, [usage]: theme }
    writeGarde('localStorage', CLES[usage], theme)
  }

  /** Gives the page a theme: the attributes that the stylesheets of this folder go by. */
  apply(theme: Theme): void {
    this.#applique = theme
    mark(theme)
  }

  /** Shows the light theme for as long as the page is on its way to paper, whatever the screen has. */
  suspend(): void {
    this.#surPapier = true
    mark('clair')
  }

  resume(): void {
    this.#surPapier = false
    mark(this.#applique)
  }

  /** True while the page is on its way to paper. */
  get surPapier(): boolean {
    return this.#surPapier
  }

  /** The theme that the page has. */
  get applique(): Theme {
    return this.#surPapier ? 'clair' : this.#applique
  }

  /**
   * How many times bigger than on a desk what is measured in pixels has to be: borders, patterns, labels of the map.
   * 1 in all themes but that of the projector, where it follows the window's width and height.
   */
  get echelle(): number {
    if (this.applique !== 'projecteur') return 1
    const taille = Math.min(
      (innerWidth.current ?? 0) * TAILLE_PROJETEE,
      (innerHeight.current ?? 0) * TAILLE_PROJETEE_HAUTEUR
    )
    return Math.max(1, taille / TAILLE_NORMALE)
  }
}

export const themes = new Themes()
