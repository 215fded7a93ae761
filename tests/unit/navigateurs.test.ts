import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import browserslist from 'browserslist'
import { afterAll, describe, expect, it } from 'vitest'
import { listFautesCss, listFautesJs } from '../../scripts/navigateurs.mjs'

const dossier = mkdtempSync(join(tmpdir(), 'navigateurs-'))
afterAll(() => rmSync(dossier, { recursive: true }))
const write = (nom: string, texte: string) => {
  writeFileSync(join(dossier, nom), texte)
  return join(dossier, nom)
}

describe('the browsers that the map is built for', () => {
  it('go back to Firefox ESR and Safari of two years ago', () => {
    // Versions of November 2024.
    for (const [nom, version] of [
      ['safari', 18.1],
      ['firefox', 128],
      ['chrome', 131]
    ] as const) {
      const versions = browserslist()
        .filter((navigateur) => navigateur.startsWith(`${nom} `))
        .map((navigateur) => parseFloat(navigateur.split(' ')[1] ?? ''))
      expect(Math.min(...versions), nom).toBeLessThanOrEqual(version)
    }
  })

  it('are told of what they cannot read', async () => {
    const bon = write('bon.mjs', 'class A { static #b = 1; static { A.#b ??= 2 } }\nexport { A }')
    const neuf = write('neuf.mjs', 'using fichier = open()')
    expect(await listFautesJs([bon], false)).toEqual([])
    expect(await listFautesJs([bon, neuf], false)).toEqual([expect.stringContaining('neuf.mjs')])
    const recent = write('recent.mjs', 'export const f = (m) => Iterator.from(m).toArray()')
    expect((await listFautesJs([recent], true)).join()).toMatch(/Iterator/)
  })

  it('are told of what they do not paint, but for what they do without', async () => {
    expect(await listFautesCss('a.css', readFileSync('src/ui/theme/socle.css', 'utf8'))).toEqual([])
    const fautes = await listFautesCss(
      'a.css',
      'a { field-sizing: content; color: light-dark(red, blue) } a:hover { accent-color: red }'
    )
    expect(fautes).toEqual([expect.stringContaining('field-sizing'), expect.stringContaining('light-dark')])
  })
})
