import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Where no container can be built, what its file names is looked up: paths, scripts, packages' configuration, port, root. */
const lignes = readFileSync('docs/publier/Containerfile', 'utf8').replace(/\\\n/g, ' ').split('\n')
const nginx = readFileSync('docs/publier/nginx.conf', 'utf8')
const ignores = readFileSync('.dockerignore', 'utf8')
  .split('\n')
  .filter((ligne) => ligne && !ligne.startsWith('#'))
const { scripts, engines } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
  engines: { node: string }
}
const instructions = (nom: string) =>
  lignes.filter((ligne) => ligne.startsWith(`${nom} `)).map((ligne) => ligne.slice(nom.length + 1).trim())

describe('docs/publier/Containerfile', () => {
  it('copies what is there, and nothing that .dockerignore keeps out', () => {
    const copies = instructions('COPY').filter((copie) => !copie.startsWith('--from='))
    expect(copies.length).toBeGreaterThan(1)
    for (const copie of copies) {
      const [source = ''] = copie.split(/\s+/)
      expect(existsSync(source), source).toBe(true)
      expect(ignores, source).not.toContain(source.split('/')[0])
    }
    // Of a working copy, what was installed and built for another system does not go along; what builds does.
    for (const dossier of ['node_modules', 'dist', '.cache', '.git']) expect(ignores).toContain(dossier)
    for (const entree of ['src', 'static', 'scripts', 'docs', 'index.html', 'package-lock.json', '.npmrc'])
      expect(ignores).not.toContain(entree)
  })

  it('runs scripts that exist, on a Node that the project runs on', () => {
    const appels = instructions('RUN').flatMap((run) => [...run.matchAll(/npm run ([\w:-]+)/g)])
    expect(appels.length).toBeGreaterThan(0)
    for (const [, nom = ''] of appels) expect(scripts).toHaveProperty(nom)
    const [base = ''] = instructions('FROM')
    const majeure = Number(/node:(\d+)/.exec(base)?.[1])
    expect(majeure).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines.node)?.[0]))
  })

  it('puts what was built where its nginx looks for it, and opens the port that it listens on', () => {
    const [racine] = [/^\s*root (\S+);/m.exec(nginx)?.[1]]
    const construit = instructions('COPY').find((copie) => copie.startsWith('--from=')) ?? ''
    const [etape, source, cible] = construit.replace('--from=', '').split(/\s+/)
    expect(cible).toBe(racine)
    expect(instructions('FROM')[0]).toMatch(new RegExp(` AS ${etape}$`))
    expect(source).toBe(`${instructions('WORKDIR')[0]}/dist`)
    expect(nginx).toMatch(new RegExp(`^\\s*listen ${instructions('EXPOSE')[0]};`, 'm'))
    // The directives of the modules that it installs, and no site of Debian's own in the way.
    expect(instructions('RUN').join(' ')).toContain('libnginx-mod-http-brotli-static')
    expect(nginx).toContain('brotli_static on;')
    expect(instructions('RUN').join(' ')).toContain('/etc/nginx/sites-enabled/default')
  })
})
