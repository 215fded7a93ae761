import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema'
import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import type { ChiffresLus } from '../domain/chiffres'
import { typographier } from '../domain/francais'
import type { Lecture, Probleme } from '../domain/probleme'
import schema from '../../static/donnees/schema-chiffres.json'

/** More of the same helps nobody. */
const PROBLEMES_MAX = 100

const validator = new Validator(schema as unknown as Schema, '2020-12', false)

/**
 * Reads chiffres.json: validates it against its schema.
 * @returns the sections that are sound, and every problem with its line and column. `valeur` is null when the text is
 * no JSON object at all. Never throws.
 */
export function parseChiffres(
  texte: string,
  { fichier }: { readonly fichier: string }
): Lecture<ChiffresLus> {
  const problemes: Probleme[] = []
  const report = (offset: number, message: string, champ?: string) => {
    if (problemes.length >= PROBLEMES_MAX) return
    const avant = texte.slice(0, offset)
    problemes.push({
      fichier,
      ligne: avant.split('\n').length,
      colonne: offset - avant.lastIndexOf('\n'),
      ...(champ === undefined ? {} : { champ }),
      message: typographier(message),
      gravite: 'erreur'
    })
  }
  let valeur: unknown
  try {
    valeur = JSON.parse(texte.replace(/^\uFEFF/, ''))
  } catch {
    const errors: ParseError[] = []
    parseTree(texte, errors)
    const premiere = errors[0]
    report(
      premiere?.offset ?? 0,
      texte.trim() === ''
        ? 'Le fichier est vide.'
        : `Le fichier n’est pas un JSON correct : il est peut-être tronqué (${premiere ? printParseErrorCode(premiere.error) : 'syntaxe'}).`
    )
    return { valeur: null, problemes }
  }
  if (typeof valeur !== 'object' || valeur === null || Array.isArray(valeur)) {
    report(0, 'Ce n’est pas un fichier de chiffres : un objet JSON est attendu.')
    return { valeur: null, problemes }
  }
  const { valid, errors } = validator.validate(valeur)
  if (valid) return { valeur: valeur as ChiffresLus, problemes }

  const racine = parseTree(texte)
  const mauvaises = new Set<string>()
  for (const erreur of listPrecises(errors)) {
    const chemin = toChemin(erreur.instanceLocation)
    const section = chemin[0] ?? missingOf(erreur)
    if (section !== undefined) mauvaises.add(String(section))
    report(offsetOf(racine, chemin), explain(erreur, chemin), chemin.join('.'))
  }
  const saines = Object.entries(valeur).filter(
    ([section]) => section in schema.properties && !mauvaises.has(section)
  )
  return { valeur: Object.fromEntries(saines) as ChiffresLus, problemes }
}

/** The validator tells an error again for each level above it: only the deepest says anything. */
function listPrecises(erreurs: readonly OutputUnit[]): OutputUnit[] {
  const enveloppes = new Set([
    'properties',
    'items',
    '$ref',
    'anyOf',
    'oneOf',
    'allOf',
    'false',
    'additionalItems',
    'prefixItems'
  ])
  const precises = erreurs.filter(({ keyword }) => !enveloppes.has(keyword))
  return precises.length > 0 ? precises : [...erreurs]
}

const toChemin = (pointeur: string): (string | number)[] =>
  pointeur
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))

/** The nearest thing that stands in the file: a missing property is pointed at through its object. */
function offsetOf(racine: Node | undefined, chemin: readonly (string | number)[]): number {
  for (let length = chemin.length; length >= 0 && racine; length--) {
    const node = findNodeAtLocation(racine, chemin.slice(0, length))
    if (node) return node.offset
  }
  return 0
}

const quotedOf = ({ error }: OutputUnit): string | undefined => /"([^"]*)"/.exec(error)?.[1]
const missingOf = (erreur: OutputUnit) => (erreur.keyword === 'required' ? quotedOf(erreur) : undefined)

function explain(erreur: OutputUnit, chemin: readonly (string | number)[]): string {
  const champ = chemin.length > 0 ? `« ${chemin.join('.')} »` : 'le fichier'
  const cite = quotedOf(erreur)
  switch (erreur.keyword) {
    case 'required':
      return `Il manque « ${cite ?? '?'} » dans ${champ}.`
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return `${champ} contient un champ inconnu${cite ? `, « ${cite} »` : ''} : le corriger ou le supprimer.`
    case 'type':
      return `${champ} n’est pas du type attendu.`
    case 'enum':
    case 'const':
      return `${champ} n’a pas l’une des valeurs attendues.`
    case 'pattern':
    case 'format':
      return `${champ} n’a pas la forme attendue.`
    default:
      return `${champ} ne respecte pas le schéma (${erreur.keyword}).`
  }
}
