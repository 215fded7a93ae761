import Papa from 'papaparse'
import { writeClasseur } from '../../data/classeur/lancer'
import { encodeXml } from '../../data/ecrireXlsx'
import { escapeFormule } from '../../data/formules'
import type { Territoires } from '../../data/topologie'
import { runParTranches } from '../../ui/inactivite'
import { rewind } from './enroulement'
import { COLONNES_EXPORT, listCellules, type LigneExport, type Provenance } from './lignes'

/** What French Excel opens with a double click: BOM, semicolons, CRLF; nothing in it is a formula. */
export function buildCsv(lignes: readonly LigneExport[], provenance: Provenance): string {
  const cellules = listCellules(lignes, provenance).map((ligne) => ligne.map(escapeFormule))
  return `\uFEFF${Papa.unparse([[...COLONNES_EXPORT], ...cellules], { delimiter: ';', newline: '\r\n' })}\r\n`
}

export function buildJson(lignes: readonly LigneExport[], provenance: Provenance): string {
  return `${JSON.stringify({ provenance, territoires: lignes }, null, 2)}\n`
}

/**
 * The territories with their outlines, as RFC 7946 asks: WGS 84, longitude first, outer rings counter-clockwise. A
 * territory without an outline has a null geometry. They are written one by one: the page answers between them.
 */
export async function buildGeoJson(
  lignes: readonly LigneExport[],
  provenance: Provenance,
  { features }: Territoires
): Promise<string> {
  const contours = new Map(features.map(({ id, geometry }) => [id, geometry]))
  const ecrits: string[] = []
  function* write(): Generator<void> {
    for (const ligne of lignes) {
      const contour = contours.get(ligne.code)
      const geometry = contour ? rewind(contour) : null
      ecrits.push(JSON.stringify({ type: 'Feature', id: ligne.code, properties: ligne, geometry }))
      yield
    }
  }
  await runParTranches(write())
  return `{"type":"FeatureCollection","provenance":${JSON.stringify(provenance)},"features":[${ecrits.join(',')}]}\n`
}

/** A workbook: the rows, and where they come from on a second sheet. It is written off the main thread, where that can be. */
export async function buildXlsx(lignes: readonly LigneExport[], provenance: Provenance): Promise<Blob> {
  const titre = (value: string) => ({ value, fontWeight: 'bold' as const, backgroundColor: '#E3E3FD' })
  const cellule = (value: string) =>
    value === '' ? null : { value: encodeXml(value), format: '@' as const, wrap: value.includes('\n') }
  return writeClasseur([
    {
      sheet: 'Territoires',
      data: [
        COLONNES_EXPORT.map(titre),
        ...listCellules(lignes, provenance).map((ligne) => ligne.map(cellule))
      ],
      columns: [8, 28, 28, 34, 24, 34, 32, 40, 80, 14, 20, 40, 40].map((width) => ({ width })),
      stickyRowsCount: 1
    },
    {
      sheet: 'Provenance',
      data: Object.entries(provenance).map(([nom, valeur]) => [titre(nom), cellule(String(valeur ?? ''))]),
      columns: [{ width: 24 }, { width: 100 }]
    }
  ])
}
