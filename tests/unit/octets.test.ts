import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import postcss from 'postcss'
import { expect, it } from 'vitest'
import { dropVariables } from '../../scripts/dsfrUtile.mjs'
import { listDepassements, weigh } from '../../scripts/octets.mjs'

const budget = { premiereCarte: 20_000, premierClic: 100_000 }

it('a sum may grow by a twentieth; beyond, it is told in French with what it was to be', () => {
  expect(listDepassements({ premiereCarte: 21_000, premierClic: 105_000 }, budget)).toEqual([])
  const [faute, ...autres] = listDepassements({ premiereCarte: 12_000, premierClic: 107_000 }, budget)
  expect(autres).toEqual([])
  expect(faute).toContain('premier clic')
  expect(faute).toContain('107 ko au lieu de 100 ko (+ 7\u00A0%')
})

it('weighs the page, and with it each file that the page names, once', () => {
  const dossier = mkdtempSync(join(tmpdir(), 'octets-'))
  mkdirSync(join(dossier, 'assets'))
  const page = '<script>for (const h of ["./assets/a.js","./assets/b.css","./assets/a.js"]) add(h)</script>'
  const contenus = {
    'index.html': page,
    'assets/a.js': 'a'.repeat(500),
    'assets/b.css': 'b{c:d}'.repeat(90),
    'assets/plus-tard.js': 'x'
  }
  for (const [nom, texte] of Object.entries(contenus)) writeFileSync(join(dossier, nom), texte)
  const poidsDe = (texte: string) => brotliCompressSync(texte).length
  expect(weigh(dossier)).toEqual({
    premiereCarte: poidsDe(page),
    premierClic: poidsDe(page) + poidsDe(contenus['assets/a.js']) + poidsDe(contenus['assets/b.css'])
  })
})

it('of the design system, keeps the variables that are read, and those that these read', () => {
  const arbre = postcss.parse(
    ':root{--a:var(--b);--b:#fff;--c:var(--d);--d:#000;--e:1;--fne-x:2}p{color:var(--a)}'
  )
  dropVariables([arbre], new Set(['--e']))
  expect(String(arbre)).toBe(':root{--a:var(--b);--b:#fff;--e:1;--fne-x:2}p{color:var(--a)}')
})
