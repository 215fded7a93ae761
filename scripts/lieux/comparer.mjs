/**
 * Measures the libraries that could do the matching, on the same names and the same 500 queries, and prints the table
 * of docs/decisions/…-recherche.md: `node scripts/lieux/comparer.mjs` (after `npm ci` here and at the root).
 * Each time is the best of five, so that what else the machine does is left out.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import uFuzzy from '@leeoniya/ufuzzy'
import MiniSearch from 'minisearch'
import { runnerImport } from 'vite'

const racine = new URL('../../', import.meta.url)
const load = async (chemin) => (await runnerImport(fileURLToPath(new URL(chemin, racine)))).module
const { decodeLieux } = await load('src/search/decoder.ts')
const { buildIndex } = await load('src/search/indexer.ts')
const { searchLieux } = await load('src/search/chercher.ts')
const { findTerritoireRef } = await load('src/domain/territoire/referentiel.ts')
const { normaliser } = await load('src/search/normaliser.ts')
const { getLieu } = await load('src/search/repertoire.ts')

const PASSES = 5
const LIMITE = 8
const texte = readFileSync(new URL('static/lieux/lieux.json', racine), 'utf8')
const requetes = JSON.parse(readFileSync(new URL('tests/bench/requetes.json', racine), 'utf8'))

const time = (run) => {
  const debut = performance.now()
  const resultat = run()
  return [performance.now() - debut, resultat]
}
const best = (run, passes = PASSES) => Math.min(...Array.from({ length: passes }, () => time(run)[0]))

const prete = best(() => buildIndex(decodeLieux(texte, '')))
const index = buildIndex(decodeLieux(texte, ''))
const codeOf = (rang) => getLieu(index.repertoire, index.numeros[rang]).code
const nomOf = (rang) => getLieu(index.repertoire, index.numeros[rang]).nom

/** What tells homonyms apart, for both libraries to search in as well: department and codes. */
const contextes = index.noms.map((_, rang) => {
  const { departements, codesPostaux } = getLieu(index.repertoire, index.numeros[rang])
  const noms = departements.map((code) => findTerritoireRef(code)?.nom ?? '')
  return normaliser([...departements, ...noms, ...codesPostaux].join(' '))
})
const meule = index.noms.map((nom, rang) => `${nom} ${contextes[rang]}`)

/** Both libraries alone, set as their manuals advise for one mistake, on normalised names in order of weight. */
const ufuzzy = new uFuzzy({
  intraMode: 1,
  interLft: 2,
  intraRules: () => ({ intraSlice: [0, Infinity], intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 })
})
function searchUFuzzy(requete) {
  const [rangs, infos, ordre] = ufuzzy.search(meule, normaliser(requete), 0, 1e3)
  if (!rangs) return []
  return (ordre ? ordre.map((i) => infos.idx[i]) : rangs).slice(0, LIMITE)
}

const OPTIONS_MINI = { fields: ['nom', 'contexte'], tokenize: (t) => t.split(' '), processTerm: (t) => t }
const buildMini = () => {
  const mini = new MiniSearch(OPTIONS_MINI)
  mini.addAll(index.noms.map((nom, id) => ({ id, nom, contexte: contextes[id] })))
  return mini
}
const preteMini = best(buildMini, 2)
const mini = buildMini()
const json = JSON.stringify(mini)
const chargeMini = best(() => MiniSearch.loadJSON(json, OPTIONS_MINI), 2)
const searchMini = (requete) =>
  mini
    .search(normaliser(requete), {
      prefix: true,
      fuzzy: (terme) => (terme.length >= 4 ? 1 : false),
      maxFuzzy: 1,
      combineWith: 'AND',
      boostDocument: (id) => Math.log10(10 + index.poids[id])
    })
    .slice(0, LIMITE)
    .map(({ id }) => id)

const searchProjet = (requete) => searchLieux(index, requete, LIMITE)

function measure(search, codes, noms) {
  const durees = requetes.map(({ requete }) => best(() => search(requete))).sort((a, b) => a - b)
  const rappel = (sorte) => {
    const attendues = requetes.filter((r) => r.sorte === sorte && r.code)
    const trouvees = attendues.filter(({ requete, code, nom }) => {
      const reponse = search(requete)
      return codes(reponse).includes(code) || (nom && sorte !== 'precision' && noms(reponse).includes(nom))
    })
    return `${((100 * trouvees.length) / attendues.length).toFixed(0)} %`
  }
  const at = (part) => durees[Math.ceil(durees.length * part) - 1].toFixed(2)
  return {
    p50: at(0.5),
    p95: at(0.95),
    max: durees.at(-1).toFixed(2),
    fautes: rappel('faute'),
    variantes: rappel('variante'),
    precisions: rappel('precision')
  }
}

const kilo = (t) => `${(brotliCompressSync(t).length / 1000).toFixed(0)} kB`
const rangs = [(r) => r.map(codeOf), (r) => r.map(nomOf)]
console.table({
  'uFuzzy seul': { ...measure(searchUFuzzy, ...rangs), envoi: kilo(texte), prete: prete.toFixed(0) },
  'MiniSearch, index construit': {
    ...measure(searchMini, ...rangs),
    envoi: kilo(texte),
    prete: (prete + preteMini).toFixed(0)
  },
  'MiniSearch, index envoyé': {
    envoi: `${kilo(texte)} + ${kilo(json)}`,
    prete: (prete + chargeMini).toFixed(0)
  },
  'retenu : lettres, puis uFuzzy': {
    ...measure(
      searchProjet,
      (r) => r.map(({ lieu }) => lieu.code),
      (r) => r.map(({ lieu }) => lieu.nom)
    ),
    envoi: kilo(texte),
    prete: prete.toFixed(0)
  }
})
