/** Reads static/lieux/lieux.json, written by scripts/lieux/encoder.mjs. */
import { ErreurDeLecture } from '../data/lecture'

const VERSION = 1

/** Columns of the same length: the nth value of each speaks of the nth commune. */
export interface ColonnesCommunes {
  readonly codes: readonly string[]
  /** One letter a commune: c(ommune), d(éléguée), a(ssociée), m(unicipal arrondissement). */
  readonly types: string
  readonly noms: readonly string[]
  /** Parted by spaces; without the two first digits where they are those of the INSEE code. */
  readonly codesPostaux: readonly string[]
  readonly populations: readonly string[]
  /** Rank of the EPCI; empty for none. */
  readonly groupements: readonly string[]
  /** INSEE code of the commune that it is part of; empty for a commune. */
  readonly rattachements: readonly string[]
}

interface ColonnesGroupements {
  readonly codes: readonly string[]
  readonly natures: readonly string[]
  readonly noms: readonly string[]
  readonly populations: readonly string[]
  readonly departements: readonly string[]
}

export interface ContenuLieux {
  readonly source: string
  readonly communes: ColonnesCommunes
  readonly groupements: ColonnesGroupements
  /** INSEE code of a commune by a former one that no place of the columns has. */
  readonly anciens: ReadonlyMap<string, string>
  /** Name by code of the collectivities that are none of the 103 territories. */
  readonly horsPerimetre: Readonly<Record<string, string>>
}

type Brut = Record<string, unknown>

const NUMEROS = Array.from({ length: 1000 }, (_, n) => String(n).padStart(3, '0'))

function decodeCodes(texte: string): string[] {
  const codes: string[] = []
  for (const groupe of texte.split(';')) {
    const [prefixe = '', ...pas] = groupe.split(',')
    let numero = 0
    for (const p of pas) {
      numero += Number(p)
      codes.push(prefixe + (NUMEROS[numero] ?? ''))
    }
  }
  return codes
}

/** '63255 63266;…': a commune, then those that it took in. */
function decodeAnciens(texte: string): Map<string, string> {
  return new Map(
    texte.split(';').flatMap((groupe) => {
      const [code = '', ...anciens] = groupe.split(' ')
      return anciens.map((ancien) => [ancien, code] as const)
    })
  )
}

/**
 * @param texte the whole file
 * @param fichier its path, for the message
 * @throws {ErreurDeLecture} when the file is cut, damaged, or of another version; nothing else
 */
export function decodeLieux(texte: string, fichier: string): ContenuLieux {
  const fail = (detail: string): never => {
    throw new ErreurDeLecture(
      fichier,
      `La liste des communes ne peut pas être lue\u00A0: ${detail}. Rechargez la page\u202F; si le problème persiste, le fichier est à reconstruire (npm run lieux).`
    )
  }
  let brut: Brut
  try {
    brut = JSON.parse(texte) as Brut
  } catch {
    return fail(texte.trim() === '' ? 'le fichier est vide' : 'le fichier est tronqué ou abîmé')
  }
  const section = (objet: unknown, nom: string): Brut =>
    typeof objet === 'object' && objet !== null && !Array.isArray(objet)
      ? (objet as Brut)
      : fail(`la partie «\u00A0${nom}\u00A0» manque`)
  const contenu = section(brut, 'racine')
  if (contenu['version'] !== VERSION)
    fail(`le fichier est d’une autre version (${String(contenu['version'])}) que l’application (${VERSION})`)

  const column = (partie: Brut, nom: string, split: (texte: string) => readonly string[] | string) => {
    const valeur = partie[nom]
    const colonne =
      typeof valeur === 'string' ? split(valeur) : fail(`la colonne «\u00A0${nom}\u00A0» manque`)
    if (colonne.length !== partie['nombre'])
      fail(
        `la colonne «\u00A0${nom}\u00A0» a ${colonne.length} valeurs au lieu de ${String(partie['nombre'])}`
      )
    return colonne
  }
  const lines = (partie: Brut, nom: string) => column(partie, nom, (t) => t.split('\n')) as string[]

  const communes = section(contenu['communes'], 'communes')
  const groupements = section(contenu['groupements'], 'groupements')
  const hors = section(contenu['horsPerimetre'], 'horsPerimetre')
  return {
    source: String(contenu['source'] ?? ''),
    communes: {
      codes: column(communes, 'codes', decodeCodes) as string[],
      types: column(communes, 'types', (t) => t) as string,
      noms: lines(communes, 'noms'),
      codesPostaux: lines(communes, 'codesPostaux'),
      populations: lines(communes, 'populations'),
      groupements: lines(communes, 'groupements'),
      rattachements: lines(communes, 'rattachements')
    },
    groupements: {
      codes: lines(groupements, 'codes'),
      natures: lines(groupements, 'natures'),
      noms: lines(groupements, 'noms'),
      populations: lines(groupements, 'populations'),
      departements: lines(groupements, 'departements')
    },
    anciens: decodeAnciens(String(contenu['anciens'] ?? '')),
    horsPerimetre: Object.fromEntries(Object.entries(hors).map(([code, nom]) => [code, String(nom)]))
  }
}
