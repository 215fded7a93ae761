/**
 * `npm run lieux -- --verifier`: writes nothing; checks that lieux.json is, to the byte, what the source gives today,
 * and that the app reads back every row of it.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'
import { apostropher } from './apostrophe.mjs'
import { buildLieux, SORTIE } from './lieux.mjs'
import { readTable } from './source.mjs'

const TYPES = {
  commune: 'commune-actuelle',
  'commune-deleguee': 'commune-deleguee',
  'commune-associee': 'commune-associee',
  'arrondissement-municipal': 'arrondissement-municipal'
}

const load = async (chemin) =>
  (await runnerImport(fileURLToPath(new URL(`../../${chemin}`, import.meta.url)))).module

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)

/** @returns {Promise<string[]>} one sentence a difference, at most twenty */
export async function verifyLieux() {
  const texte = readFileSync(SORTIE, 'utf8')
  if (texte !== buildLieux()) return ['lieux.json n’est pas ce que donne la source : relancer npm run lieux.']
  const { decodeLieux } = await load('src/search/decoder.ts')
  const { buildRepertoire, getCommune } = await load('src/search/repertoire.ts')
  const repertoire = buildRepertoire(decodeLieux(texte, 'lieux.json'))
  const ecarts = []
  const compare = (quoi, lu, attendu) => {
    if (!same(lu, attendu))
      ecarts.push(`${quoi} : ${JSON.stringify(lu)} au lieu de ${JSON.stringify(attendu)}`)
  }

  const lues = new Map()
  repertoire.communes.codes.forEach((_, ligne) => {
    const commune = getCommune(repertoire, ligne)
    lues.set(`${TYPES[commune.type]} ${commune.code}`, commune)
  })
  const communes = readTable('communes')
  const epci = readTable('epci')
  const appartenances = new Map(epci.flatMap(({ code, membres }) => membres.map((m) => [m.code, code])))
  compare('nombre de communes', lues.size, communes.length)
  for (const { code, nom, type, departement, codesPostaux, population, chefLieu, commune } of communes) {
    const lue = lues.get(`${type} ${code}`)
    const parent = chefLieu ?? commune ?? null
    compare(
      `${type} ${code}`,
      lue && [
        lue.nom,
        lue.departements,
        lue.codesPostaux,
        lue.population,
        lue.rattachement?.code ?? null,
        lue.groupement?.code ?? null
      ],
      [
        apostropher(nom),
        [departement],
        codesPostaux ?? [],
        population ?? null,
        parent,
        appartenances.get(parent ?? code) ?? null
      ]
    )
  }

  const departements = new Map(
    communes.filter((c) => c.type === 'commune-actuelle').map((c) => [c.code, c.departement])
  )
  const groupements = new Map(repertoire.groupements.map((groupement) => [groupement.code, groupement]))
  const attendus = [...epci, ...readTable('ept')]
  compare('nombre de groupements', groupements.size, attendus.length)
  for (const { code, type, membres } of attendus) {
    const lu = groupements.get(code)
    compare(`groupement ${code}`, lu && [lu.nature, lu.departements], [
      type,
      [...new Set(membres.map((m) => departements.get(m.code)))].sort()
    ])
  }
  return ecarts.slice(0, 20)
}
