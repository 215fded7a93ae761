import { readFileSync } from 'node:fs'

/** The deck's own text, without the header that says what it is and without its Markdown marks. */
export const DIAPORAMA = readFileSync('docs/source/table-ronde-2024-12.md', 'utf8')
  .replace(/^<!--[^]*?-->/, '')
  .replace(/\*\*/g, '')
  .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')

export const LIGNES = DIAPORAMA.split('\n')
  .map((ligne) => ligne.trim())
  .filter((ligne) => ligne !== '')

/** White space does not count, nor do the dashes of a list. */
export const flatten = (texte: string) =>
  texte
    .replace(/^\s*- /gm, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** All lines that match, as the groups they capture. */
export const matchLignes = (motif: RegExp): string[][] =>
  LIGNES.flatMap((ligne) => {
    const groupes = motif.exec(ligne)
    return groupes ? [groupes.slice(1).map((groupe) => groupe ?? '')] : []
  })

/** The whole number that a text writes with spaces: '1 156 570'. */
export const readNombre = (texte: string) => Number(texte.replace(/\D/g, ''))
