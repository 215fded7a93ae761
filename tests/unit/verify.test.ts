import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { verify } from '../../scripts/verifier'
import { formatGouvernancesCsv } from '../../src/data/ecrireCsv'
import { formatDate } from '../../src/domain/texte/francais'
import { computeBilan } from '../../src/domain/reconciliation/reconciliation'
import { TYPES_COPORTEUR } from '../../src/domain/territoire/territoire'
import { DATE, FIGURES, INSTANTANE, TEXTE_CSV } from './fichiers'

/** Runs the program in this process, and gives all that it says. */
async function run(...args: string[]) {
  const out = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const err = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  try {
    const code = await verify(args)
    const textOf = (espion: typeof out) => espion.mock.calls.map(([ligne]) => String(ligne)).join('\n')
    return { code, out: textOf(out), err: textOf(err) }
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
}

let racine: string
let dossier: string
const NOM = '2025-03-01'
const fichier = (nom: string) => join(dossier, nom)
const edit = (nom: string, avant: string, apres: string) => {
  const texte = readFileSync(fichier(nom), 'utf8')
  expect(texte).toContain(avant)
  writeFileSync(fichier(nom), texte.replace(avant, apres))
}
const list = (...dates: string[]) =>
  writeFileSync(
    join(racine, 'index.json'),
    JSON.stringify({ instantanes: dates.map((date) => ({ date, titre: date })) })
  )

beforeEach(() => {
  racine = mkdtempSync(join(tmpdir(), 'carte-fne-'))
  dossier = join(racine, NOM)
  cpSync(`tests/fixtures/donnees/${DATE}`, dossier, { recursive: true })
  list(NOM)
})
afterEach(() => rmSync(racine, { recursive: true }))

describe('the command', () => {
  it('prints one JSON document of the promised shape, and ends with 0 on the frozen snapshot', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['scripts/verify.mjs', `tests/fixtures/donnees/${DATE}`, '--json'],
      {
        encoding: 'utf8'
      }
    )
    const bilan = computeBilan(INSTANTANE, FIGURES)
    const { territoires, gouvernances, feuillesDeRoute, coporteurs, ecarts, ...reste } = JSON.parse(stdout)
    expect(reste).toEqual({})
    expect(territoires).toBe(INSTANTANE.territoires.length)
    expect(gouvernances).toEqual({
      remontees: bilan.gouvernances.remontees,
      nonRemontees: bilan.gouvernances.nonRemontees
    })
    expect(feuillesDeRoute).toEqual({
      remontees: bilan.feuillesDeRoute.remontees,
      manquantes: bilan.feuillesDeRoute.manquantes,
      dontSansGouvernance: bilan.feuillesDeRoute.dontSansGouvernance
    })
    expect(Object.keys(coporteurs)).toEqual([...TYPES_COPORTEUR])
    for (const type of TYPES_COPORTEUR)
      expect(coporteurs[type]).toEqual({
        annonce: bilan.coporteurs[type].annonce,
        cites: bilan.coporteurs[type].cites,
        deduits: bilan.coporteurs[type].deduits
      })
    for (const ecart of ecarts) expect(Object.keys(ecart)).toEqual(['code', 'message'])
    expect(status).toBe(0)
  })

  it('says how it is used: on demand, and when it is used wrongly', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('Usage') })
    expect(await run('--inconnue')).toMatchObject({ code: 1, err: expect.stringContaining('Usage') })
    expect(await run(dossier, dossier)).toMatchObject({ code: 1, err: expect.stringContaining('Usage') })
  })
})

describe('a folder', () => {
  it('that is a copy of what ships passes, under its own date', async () => {
    const { code, out, err } = await run(dossier)
    // It keeps the figures of the older source: that is said, and is no error.
    expect(err).toMatch(new RegExp(`^chiffres\\.json\\s: Avertissement.*${formatDate(DATE)}[^\n]*$`))
    expect(out).toContain(formatDate(NOM))
    expect(code).toBe(0)
  })

  it('with a state that the figures do not know fails, and names the new discrepancy', async () => {
    const avant = /^01,.*$/m.exec(TEXTE_CSV)?.[0] ?? ''
    edit('gouvernances.csv', avant, avant.replace('non_remontee', 'remontee'))
    const { code, out, err } = await run(dossier)
    expect(code).toBe(1)
    expect(err).toContain('Écart nouveau (feuilles-remontees)')
    expect(out).toContain('[NOUVEAU]')
    // The document for programs stays whole: what is new is told beside it.
    expect(
      JSON.parse((await run(dossier, '--json')).out).ecarts.map((e: { code: string }) => e.code)
    ).toContain('feuilles-remontees')
    // The program itself ends with the same code: a script asks for nothing else.
    expect(spawnSync(process.execPath, ['scripts/verify.mjs', dossier]).status).toBe(1)
    // Once explained and written down, it is known.
    writeFileSync(fichier('ecarts-connus.json'), (await run(dossier, '--ecarts')).out)
    expect((await run(dossier)).code).toBe(0)
  })

  it('without its list of known discrepancies fails on every one of them', async () => {
    rmSync(fichier('ecarts-connus.json'))
    const { code, err } = await run(dossier)
    expect(code).toBe(1)
    expect(err.match(/Écart nouveau/g)?.length).toBeGreaterThanOrEqual(7)
  })

  it.each([
    ['an unknown co-bearer', 'departement', 'mairie', /gouvernances\.csv, ligne \d+, colonne 4.*mairie/],
    ['a wrong code', '\n01,', '\n1O,', /gouvernances\.csv, ligne 2, colonne 1/]
  ])('with %s tells file, line and column', async (_, avant, apres, message) => {
    edit('gouvernances.csv', avant, apres)
    const { code, err } = await run(dossier)
    expect(err).toMatch(message)
    expect(code).toBe(1)
  })

  it('with figures cut short tells where', async () => {
    writeFileSync(fichier('chiffres.json'), readFileSync(fichier('chiffres.json'), 'utf8').slice(0, 4000))
    const { code, err } = await run(dossier)
    expect(err).toMatch(/chiffres\.json, ligne \d+/)
    expect(code).toBe(1)
  })

  it('in another encoding is refused: a server hands it out as it is', async () => {
    writeFileSync(fichier('gouvernances.csv'), Buffer.from(TEXTE_CSV, 'latin1'))
    const { code, err } = await run(dossier)
    expect(err).toMatch(/gouvernances\.csv.*UTF-8/)
    expect(code).toBe(1)
  })

  it('that the list of snapshots does not name is refused: the app would never show it', async () => {
    list(DATE)
    const { code, err } = await run(dossier)
    expect(err).toMatch(/index\.json.*2025-03-01/)
    expect(code).toBe(1)
  })

  it('named otherwise than by a date, or holding a workbook alone, is told what it needs', async () => {
    const autre = join(racine, '2025-02-31')
    mkdirSync(autre)
    writeFileSync(join(autre, 'gouvernances.xlsx'), '')
    const { code, err } = await run(autre)
    expect(err).toContain('doit être la date')
    expect(err).toMatch(/gouvernances\.xlsx.*CSV/)
    expect(code).toBe(1)
  })

  it('that does not exist gives one sentence', async () => {
    const { code, err } = await run(join(racine, 'absent'))
    expect(err.split('\n')).toHaveLength(1)
    expect(code).toBe(1)
  })
})

describe('a snapshot published as docs/donnees.md says', () => {
  const excel = formatGouvernancesCsv(INSTANTANE.territoires, { forme: 'excel' })
  /** The second line of index.json, the file as the app exports it for Excel. */
  const publish = () => {
    cpSync(dossier, join(racine, DATE), { recursive: true })
    list(DATE, NOM)
    writeFileSync(fichier('gouvernances.csv'), excel)
    edit('chiffres.json', `"${DATE}"`, `"${NOM}"`)
  }

  it('is good with the CSV of Excel, as it is', async () => {
    publish()
    expect(await run(dossier)).toMatchObject({ code: 0 })
  })

  it('is written in the form that is kept with --normaliser, from whatever a spreadsheet wrote', async () => {
    publish()
    const latin1 = Buffer.from(excel.replace('\uFEFF', '').replaceAll('’', "'"), 'latin1')
    for (const recu of [excel, latin1]) {
      writeFileSync(fichier('gouvernances.csv'), recu)
      expect(await run(dossier, '--normaliser')).toMatchObject({ code: 0 })
      expect(readFileSync(fichier('gouvernances.csv'), 'utf8').replaceAll('’', "'")).toBe(
        TEXTE_CSV.replaceAll('’', "'")
      )
    }
  })

  it('is left as it is where a row is wrong, and each fault is said', async () => {
    publish()
    const faux = excel.replace(/^45;/m, '4Z;')
    writeFileSync(fichier('gouvernances.csv'), faux)
    const { code, err } = await run(dossier, '--normaliser')
    expect(code).toBe(1)
    expect(err).toContain('4Z')
    expect(err).toContain('n’a pas été réécrit')
    expect(readFileSync(fichier('gouvernances.csv'), 'utf8')).toBe(faux)
    expect((await run('--normaliser')).err).toContain('Usage')
  })
})
