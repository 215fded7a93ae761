import { themes } from '../../ui/theme/choix.svelte'
import { PALETTE, PALETTE_PROJETEE, type Palette } from './palette'

/** The colours that go with the theme of the page; follows it. */
export const getPalette = (): Palette => (themes.applique === 'projecteur' ? PALETTE_PROJETEE : PALETTE)
