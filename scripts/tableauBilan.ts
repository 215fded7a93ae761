import type { Ecart } from '../src/domain/reconciliation/ecarts'
import { formatDate } from '../src/domain/texte/francais'
import { LIBELLES_COPORTEUR } from '../src/domain/texte/libelles'
import type { Bilan } from '../src/domain/reconciliation/reconciliation'
import { TYPES_COPORTEUR, type Instantane } from '../src/domain/territoire/territoire'

const rowsToText = (rows: readonly (readonly string[])[]) => {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  return rows
    .map((row) =>
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')
    )
    .join('\n')
}

const orDash = (nombre: number | null) => (nombre === null ? '—' : String(nombre))

/** The reconciliation as a French table for a terminal. */
export function formatBilan(
  instantane: Instantane,
  bilan: Bilan,
  ecarts: readonly Ecart[],
  nouveaux: readonly Ecart[]
): string {
  const { gouvernances, feuillesDeRoute, coporteurs } = bilan
  const totaux = rowsToText([
    ['', 'annoncé', 'compté'],
    ['Territoires', '—', String(bilan.territoires)],
    ['Gouvernances remontées', orDash(gouvernances.annonce), String(gouvernances.remontees)],
    ['Gouvernances non remontées', '—', String(gouvernances.nonRemontees.length)],
    ['Feuilles de route remontées', orDash(feuillesDeRoute.annonce), String(feuillesDeRoute.remontees)],
    [
      'Feuilles de route manquantes',
      orDash(feuillesDeRoute.annonceManquantes),
      String(feuillesDeRoute.manquantes.length)
    ],
    ['  dont sans gouvernance', '—', String(feuillesDeRoute.dontSansGouvernance.length)]
  ])
  const types = rowsToText([
    ['Coporteur', 'annoncé', 'cités', 'déduits'],
    ...TYPES_COPORTEUR.map((type) => [
      LIBELLES_COPORTEUR[type],
      orDash(coporteurs[type].annonce),
      String(coporteurs[type].cites.length),
      String(coporteurs[type].deduits.length)
    ]),
    ['Somme', orDash(bilan.sommeAnnoncee), '', '']
  ])
  const liste = ecarts
    .map((ecart) => `- ${nouveaux.includes(ecart) ? '[NOUVEAU] ' : ''}${ecart.message}`)
    .join('\n')
  return [
    `Réconciliation de l’instantané du ${formatDate(instantane.date)}`,
    totaux,
    types,
    ecarts.length === 0
      ? 'Aucun écart.'
      : `Écarts (${ecarts.length}, dont ${nouveaux.length} nouveaux)\n${liste}`,
    `Gouvernances non remontées : ${gouvernances.nonRemontees.join(', ')}`,
    `Feuilles de route manquantes : ${feuillesDeRoute.manquantes.join(', ')}`
  ].join('\n\n')
}
