/**
 * A vite plugin that keeps of the design system's fonts only what the app shows: Marianne, upright, as woff2.
 * Without it the build would ship fifteen files that no page asks for, and the offline copy would store them all.
 */
export function dsfrFonts() {
  return {
    name: 'dsfr-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('@gouvfr/dsfr/') || !/\.css(\?|$)/.test(id)) return null
      return code.replace(/@font-face\s*\{[^}]*\}/g, (face) => {
        if (/Spectral|italic|Light/i.test(face)) return ''
        return face.replace(/,\s*url\([^)]*\.woff\)\s*format\(["']?woff["']?\)/g, '')
      })
    }
  }
}
