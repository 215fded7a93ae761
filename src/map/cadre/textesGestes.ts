/** What a map that lets the page scroll answers to a gesture that it leaves to the page, in both renderers. */
export const TEXTES_GESTES = {
  windows: 'Pour zoomer sur la carte, maintenez Ctrl en faisant défiler',
  mac: 'Pour zoomer sur la carte, maintenez ⌘ en faisant défiler',
  mobile: 'Utilisez deux doigts pour déplacer la carte'
} as const
