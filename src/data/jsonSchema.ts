import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema'
import type { Node } from 'jsonc-parser'
import { formatListe, quote } from '../domain/texte/francais'
import { findEnfant } from './json'

/** One thing that a JSON document does against its schema, not yet set in a file. */
export interface EcartSchema {
  /** Where it is, from the root: property names and indices. */
  readonly chemin: readonly string[]
  /** Character at which it is, from the start of the text. */
  readonly offset: number
  /** The value as it stands in the text, when it is short enough to be repeated. */
  readonly valeur?: string
  readonly message: string
}

/** These only say that something below is wrong. */
const ENGLOBANTS = new Set(['properties', 'items', '$ref', 'additionalProperties'])

const TYPES: Readonly<Record<string, string>> = {
  string: 'un texte entre guillemets',
  number: 'un nombre sans guillemets',
  integer: 'un nombre entier sans guillemets',
  boolean: 'true ou false',
  object: 'un objet entre accolades { }',
  array: 'une liste entre crochets [ ]',
  null: 'null'
}

const VALEUR_MAX = 60

/** Checks one document, given as JSON.parse has it and as a tree for the positions; in no particular order. */
export type ControleSchema = (valeur: unknown, racine: Node, texte: string) => EcartSchema[]

/** Prepares the check of documents against a schema: the costly part, to be done once. */
export function createControle(schema: Schema): ControleSchema {
  // The validator writes into the schema that it is given.
  const validator = new Validator(structuredClone(schema), '2020-12', false)
  return (valeur, racine, texte) => {
    const vus = new Set<string>()
    return validator.validate(valeur).errors.flatMap((error) => {
      if (ENGLOBANTS.has(error.keyword)) return []
      const chemin = decodePointeur(error.instanceLocation)
      // A value of the wrong type fails all its other rules too; missing properties come one by one.
      const cle = chemin.join('/')
      if (vus.has(cle)) return []
      vus.add(cle)
      return [explain(error, chemin, schema, racine, texte)]
    })
  }
}

function explain(
  error: OutputUnit,
  chemin: string[],
  schema: Schema,
  racine: Node,
  texte: string
): EcartSchema {
  let node: Node | undefined = racine
  let cle: Node | undefined
  for (const etape of chemin) {
    const enfant = findEnfant(node, etape)
    cle = enfant?.cle
    node = enfant?.valeur
  }
  const nom = quote(chemin.findLast((etape) => !/^\d+$/.test(etape)) ?? 'le document')
  const brut =
    node && node.type !== 'object' && node.type !== 'array'
      ? texte.slice(node.offset, node.offset + node.length)
      : undefined
  const valeur = brut !== undefined && brut.length <= VALEUR_MAX ? brut : undefined
  const place = error.keyword === 'false' ? cle : node
  return {
    chemin,
    offset: (place ?? racine).offset,
    ...(valeur === undefined ? {} : { valeur }),
    message: describe(error, nom, valeur, findRegle(schema, error.keywordLocation), node)
  }
}

function describe(
  error: OutputUnit,
  nom: string,
  valeur: string | undefined,
  regle: Schema,
  node: Node | undefined
): string {
  const cite = valeur === undefined ? 'Cette valeur' : quote(valeur.replace(/^"|"$/g, ''))
  const aide = regle.description ? ` ${regle.description}` : ''
  switch (error.keyword) {
    case 'required': {
      const presents = new Set(
        (node?.children ?? []).map((propriete) => propriete.children?.[0]?.value as unknown)
      )
      const absents = (regle.required ?? []).filter((champ) => !presents.has(champ)).map(quote)
      return `Il manque ${absents.length > 1 ? 'les champs' : 'le champ'} ${formatListe(absents)} dans ${nom}.`
    }
    case 'false':
      return `Le champ ${nom} n’est pas prévu ici : corriger son nom ou le supprimer.`
    case 'type':
      return `${nom} doit être ${[regle.type ?? []]
        .flat()
        .map((type) => TYPES[type] ?? type)
        .join(' ou ')}.`
    case 'enum':
      return `${cite} n’est pas permis pour ${nom} : écrire ${(regle.enum ?? []).map((v) => (v === null ? 'null' : quote(String(v)))).join(' ou ')}.`
    case 'minLength':
      return `${nom} est vide.${aide}`
    case 'minItems':
      return `La liste ${nom} est vide.${aide}`
    case 'minimum':
      return `${cite} est trop petit pour ${nom} : au moins ${regle.minimum}.`
    case 'maximum':
      return `${cite} est trop grand pour ${nom} : au plus ${regle.maximum}.`
    default:
      return `${cite} n’a pas la forme attendue pour ${nom}.${aide}`
  }
}

const decodePointeur = (pointeur: string) =>
  pointeur
    .split('/')
    .slice(1)
    .map((etape) => decodeURI(etape).replace(/~1/g, '/').replace(/~0/g, '~'))

/** The part of the schema that holds the broken rule, references followed. */
function findRegle(schema: Schema, keywordLocation: string): Schema {
  let regle: Schema = schema
  for (const etape of decodePointeur(keywordLocation)) {
    if (etape === '$ref')
      regle = (schema.$defs as Record<string, Schema>)[regle.$ref?.split('/').at(-1) ?? ''] ?? {}
    else {
      const suivante: unknown = regle[etape]
      if (typeof suivante !== 'object' || suivante === null || Array.isArray(suivante)) return regle
      regle = suivante as Schema
    }
  }
  return regle
}
