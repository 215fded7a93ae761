import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { findChromium } from '../../scripts/chromium.mjs'
import { resolveCommande } from '../../scripts/commandes.mjs'
import { findFirefox } from '../../scripts/firefox.mjs'

/** Every program that is run by hand or by npm, beside the app: none of them is to need a Unix. */
const PROGRAMMES = ['scripts', 'tests/bench']
  .flatMap((dossier) =>
    readdirSync(dossier, { recursive: true, encoding: 'utf8' }).map((nom) => join(dossier, nom))
  )
  .filter((nom) => /(?<!\.d)\.m?[jt]s$/.test(nom) && !nom.includes('node_modules'))
  .map((fichier) => ({ nom: fichier.split(sep).join('/'), texte: readFileSync(fichier, 'utf8') }))
const TESTS = readdirSync('tests/unit').map((nom) => ({
  nom,
  texte: nom.endsWith('.ts') ? readFileSync(join('tests/unit', nom), 'utf8') : ''
}))
const listFautes = (motifs: readonly RegExp[], saufs: readonly string[] = []) =>
  PROGRAMMES.filter(({ nom }) => !saufs.includes(nom)).flatMap(({ nom, texte }) =>
    motifs.flatMap((motif) => [...texte.matchAll(motif)].map(([faute]) => `${nom}: ${faute}`))
  )
/** The tools that steps name: `runEtape('…', 'npx', ['eslint', …])`. */
const OUTILS = PROGRAMMES.flatMap(({ texte }) =>
  [...texte.matchAll(/'npx',\s*\[\s*'([^']+)'/g)].map(([, nom = '']) => nom)
)

afterEach(() => vi.unstubAllEnvs())

describe('a system that is no Unix', () => {
  it('is asked for no shell, and for nothing that only a shell can start', () => {
    expect(PROGRAMMES.length).toBeGreaterThan(40)
    const demandes = [
      /\b(?:spawn|execFile)(?:Sync)?\(\s*'(?:npm|npx|node|sh|bash|which|rm|cp|mv|mkdir|chmod)'/g,
      /(?<![.\w])exec(?:Sync)?\(/g,
      /\bshell:/g,
      /\/bin\/(?:ba)?sh\b/g
    ]
    expect(listFautes(demandes)).toEqual([])
  })

  it('is given paths of its own: the path of an address is none, least of all with a space or an accent in it', () => {
    // That one is about the address of the published page.
    expect(listFautes([/\.pathname\b/g], ['scripts/apercuLien.mjs'])).toEqual([])
  })

  it('is asked by package.json for tools alone: no command, variable or quotation mark of a Unix shell', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>
    }
    const fautes = Object.entries(scripts).filter(([, texte]) =>
      texte
        .split('&&')
        .some((commande) =>
          /^(?:\w+=|(?:rm|cp|mv|mkdir|cat|sh|bash|export|env)\b)|['`;|$]/.test(commande.trim())
        )
    )
    expect(fautes).toEqual([])
  })

  it('has its own sign between folders: who lists a tree by it, and names files, makes it the usual one', () => {
    const listes = [...PROGRAMMES, ...TESTS].filter(({ texte }) => /recursive: true, encoding/.test(texte))
    expect(listes.length).toBeGreaterThan(4)
    const sans = listes.filter(({ texte }) => !/replaceAll\('\\\\', '\/'\)|split\(sep\)/.test(texte))
    expect(sans.map(({ nom }) => nom)).toEqual([])
  })

  it('finds every tool of the steps, and npm, without a PATH', () => {
    vi.stubEnv('PATH', '')
    expect(OUTILS.length).toBeGreaterThan(4)
    for (const outil of new Set([...OUTILS, 'knip'])) {
      const [node, [programme = '', ...suite]] = resolveCommande('npx', [outil, '--version', 'deux mots'])
      expect(node).toBe(process.execPath)
      expect(readFileSync(programme, 'utf8').length, programme).toBeGreaterThan(0)
      expect(suite).toEqual(['--version', 'deux mots'])
    }
    for (const commande of [
      resolveCommande('npm', ['--version']),
      resolveCommande('npx', ['knip', '--version'])
    ])
      expect(spawnSync(...commande, { encoding: 'utf8' }).stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it('has its browsers where it puts programs, which no PATH names', () => {
    const dossier = mkdtempSync(join(tmpdir(), 'programmes-'))
    vi.stubEnv('PATH', '')
    vi.stubEnv('CHROMIUM_PATH', '')
    vi.stubEnv('FIREFOX_PATH', '')
    for (const nom of ['ProgramFiles', 'LocalAppData']) vi.stubEnv(nom, '')
    vi.stubEnv('ProgramFiles(x86)', dossier)
    expect([findChromium(), findFirefox()]).toEqual([null, null])
    const chemins = ['Microsoft/Edge/Application/msedge.exe', 'Mozilla Firefox/firefox.exe'].map((chemin) =>
      join(dossier, chemin)
    )
    for (const chemin of chemins) {
      mkdirSync(dirname(chemin), { recursive: true })
      writeFileSync(chemin, '', { mode: 0o755 })
    }
    expect([findChromium(), findFirefox()]).toEqual(chemins)
    rmSync(dossier, { recursive: true })
  })
})
