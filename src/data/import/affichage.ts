import { format, getFormatFromId, isDateFormat } from 'numfmt'
import { decodeUnites, type Classeur } from './classeur'

/** Days between both ways of counting them. */
const DECALAGE_1904 = 1462

/**
 * The text that the spreadsheet shows for a cell, in French: '45 %' stays '45%' and '14:30' stays '14:30', where their
 * numbers would be 0.45 and 0.604. Never throws.
 * @param type the cell's attribute `t`; null: a number
 * @param style index of its style
 * @param brut what stands in the cell
 */
export function showCellule(
  { textes, formats, depuis1904 }: Classeur,
  type: string | null,
  style: number,
  brut: string
): string {
  if (type === 's') return textes[Number(brut)] ?? ''
  if (type === 'b') return /^(1|true)$/.test(brut) ? 'VRAI' : 'FAUX'
  if (type !== null && type !== 'n') return decodeUnites(brut)
  const nombre = Number(brut)
  if (brut.trim() === '' || !Number.isFinite(nombre)) return brut
  return showNombre(nombre, formats[style] ?? 0, depuis1904)
}

function showNombre(nombre: number, nom: number | string, depuis1904: boolean): string {
  try {
    const motif = typeof nom === 'string' ? nom : getFormatFromId(nom, 'fr')
    const valeur = depuis1904 && isDateFormat(motif) ? nombre + DECALAGE_1904 : nombre
    const texte = format(motif, valeur, { locale: 'fr' }).trim()
    // A date before the first one is shown as a row of hashes, and some formats show nothing.
    return texte === '' || /^#+$/.test(texte) ? String(nombre) : texte
  } catch {
    return String(nombre)
  }
}
