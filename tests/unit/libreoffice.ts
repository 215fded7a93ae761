import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'
import { findSurPath } from '../../scripts/programmes.mjs'

/** Milliseconds: LibreOffice's first start on a busy machine is slow. */
const DELAI = 170_000

/**
 * A file as LibreOffice opens it, written anew in another format.
 * @param nom of the file, with its extension
 * @param format the extension wanted: 'pdf', 'png'
 * @returns null where this machine has no LibreOffice, which is told: what does not need it is tested all the same
 * @throws where it does not open the file
 */
export function convertirParLibreOffice(
  nom: string,
  contenu: string | Uint8Array,
  format: string
): Buffer | null {
  const soffice = findSurPath(['soffice', 'libreoffice'])
  if (!soffice) {
    console.log(`LibreOffice n’est pas installé\u00A0: ${nom} n’y a pas été ouvert.`)
    return null
  }
  const dossier = mkdtempSync(join(tmpdir(), 'fne-libreoffice-'))
  try {
    writeFileSync(join(dossier, nom), contenu)
    execFileSync(
      soffice,
      [
        `-env:UserInstallation=file://${dossier}/profil`,
        '--headless',
        '--convert-to',
        format,
        '--outdir',
        dossier,
        join(dossier, nom)
      ],
      { stdio: 'ignore', timeout: DELAI }
    )
    return readFileSync(join(dossier, `${parse(nom).name}.${format}`))
  } finally {
    rmSync(dossier, { recursive: true, force: true })
  }
}
