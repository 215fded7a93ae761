import type { Schema } from '@cfworker/json-schema'
import type { Node } from 'jsonc-parser'
import schema from '../../static/donnees/schema-chiffres.json'
import type { Chiffres, ChiffresLus } from '../domain/chiffres/chiffres'
import { formatListe, quote } from '../domain/texte/francais'
import type { Lecture, Probleme } from '../domain/texte/probleme'
import { findRegion } from '../domain/territoire/referentiel'
import { completeAnciens } from './anciensChiffres'
import { buildProbleme } from './constat'
import { findEnfant, isEntier, listProprietes, parseJson, parseNode, type DocumentJson } from './json'
import { createControle, type EcartSchema } from './jsonSchema'

/** Listing more helps nobody: after that many, the file is another file. */
const PROBLEMES_MAX = 100

const SCHEMA = schema as unknown as Schema
const SECTIONS = SCHEMA.required as (keyof Chiffres)[]
const SANS_SECTION = new Set(['$schema'])
/** Which sections are there is said apart: a section that could not be read is not one that is missing. */
const checkContenu = createControle({ ...SCHEMA, required: [] })

/**
 * Reads chiffres.json.
 * @param options.max lists no more problems than that, and says how many are left
 * @returns the sections that are right as a whole, the others left out, and every problem with its line and column,
 * in the order of the file. `valeur` is null when the text is no such file at all. Never throws.
 */
export function parseChiffres(
  texte: string,
  { fichier, max = PROBLEMES_MAX }: { fichier: string; max?: number }
): Lecture<ChiffresLus> {
  const document = parseJson(texte)
  let problemes: Probleme[] = document.erreurs.map(({ ligne, colonne, message }) =>
    buildProbleme(fichier, { ligne, colonne, message })
  )
  let valeur: ChiffresLus | null = null
  try {
    const lecture = readSections(document, fichier)
    valeur = lecture.valeur
    problemes = [...problemes, ...lecture.problemes]
  } catch {
    problemes = [
      ...problemes,
      buildProbleme(fichier, {
        message: 'Ce fichier contient des caractères illisibles : l’enregistrer en UTF-8.'
      })
    ]
  }
  problemes.sort(
    (a, b) => (a.ligne ?? Infinity) - (b.ligne ?? Infinity) || (a.colonne ?? 0) - (b.colonne ?? 0)
  )
  return { valeur, problemes: truncate(problemes, fichier, max) }
}

function readSections(document: DocumentJson, fichier: string): Lecture<ChiffresLus> {
  const { texte, racine } = document
  if (!racine) return { valeur: null, problemes: [] }
  if (racine.type !== 'object') {
    const message = 'Ce n’est pas un fichier de chiffres : il doit commencer par une accolade « { ».'
    return {
      valeur: null,
      problemes: [buildProbleme(fichier, { ...document.locate(racine.offset), message })]
    }
  }

  const entieres = listProprietes(racine).filter(
    ({ cle, valeur }) => SECTIONS.includes(cle.value) && valeur && isEntier(valeur, document)
  )
  const contenu = Object.fromEntries(
    entieres.map(({ cle, valeur }) => [cle.value, parseNode(texte, valeur as Node)])
  ) as Record<keyof Chiffres, unknown>
  completeAnciens(contenu)
  const inconnues = listProprietes(racine).filter(
    ({ cle }) => !SECTIONS.includes(cle.value) && !SANS_SECTION.has(cle.value)
  )

  const ecarts: EcartSchema[] = [...checkContenu(contenu, racine, texte), ...listRepetitions(racine, [])]
  const fautives = new Set(ecarts.map(({ chemin }) => chemin[0]))
  const valeur: ChiffresLus = Object.fromEntries(
    Object.entries(contenu).filter(([nom]) => !fautives.has(nom))
  )
  const references = listReferences(valeur, racine)
  for (const { chemin } of references) delete (valeur as Record<string, unknown>)[chemin[0] ?? '']

  const problemes = [...ecarts, ...references].map((ecart) =>
    buildProbleme(fichier, { ...document.locate(ecart.offset), ...ecart })
  )
  for (const { cle } of inconnues) {
    const message = `La section ${quote(cle.value)} n’est pas prévue : elle n’est pas lue.`
    problemes.push(
      buildProbleme(fichier, {
        ...document.locate(cle.offset),
        chemin: [cle.value],
        message,
        gravite: 'avertissement'
      })
    )
  }
  for (const { chemin, offset, message } of listDoublons(racine)) {
    problemes.push(
      buildProbleme(fichier, { ...document.locate(offset), chemin, message, gravite: 'avertissement' })
    )
  }
  const absentes = SECTIONS.filter((nom) => !(nom in contenu)).map(quote)
  if (absentes.length > 0) {
    const message = `${absentes.length > 1 ? 'Les sections' : 'La section'} ${formatListe(absentes)} ${absentes.length > 1 ? 'manquent ou n’ont pas pu être lues' : 'manque ou n’a pas pu être lue'}.`
    problemes.push(buildProbleme(fichier, { message }))
  }
  return { valeur, problemes }
}

/** A field that is there twice: which of the two counts is not for us to choose. */
function listRepetitions(node: Node, chemin: readonly string[]): EcartSchema[] {
  if (node.type === 'array') {
    return (node.children ?? []).flatMap((enfant, index) =>
      listRepetitions(enfant, [...chemin, String(index)])
    )
  }
  const vus = new Set<string>()
  return listProprietes(node).flatMap(({ cle, valeur }) => {
    const ici = [...chemin, String(cle.value)]
    const dessous = valeur ? listRepetitions(valeur, ici) : []
    if (!vus.has(cle.value)) {
      vus.add(cle.value)
      return dessous
    }
    const message = `Le champ ${quote(cle.value)} est écrit deux fois : garder un seul des deux.`
    return [{ chemin: ici, offset: cle.offset, message }, ...dessous]
  })
}

/** What one part of the file says about another, which a schema cannot check. */
function listReferences(chiffres: ChiffresLus, racine: Node): EcartSchema[] {
  const ecarts: EcartSchema[] = []
  const report = (chemin: string[], message: string) => {
    let node: Node | undefined = racine
    for (const etape of chemin) node = findEnfant(node, etape)?.valeur
    ecarts.push({ chemin, offset: (node ?? racine).offset, message })
  }
  const axes = new Set(chiffres.engagements?.axes.map(({ id }) => id))
  chiffres.engagements?.liste.forEach(({ axe }, index) => {
    if (axes.has(axe)) return
    report(
      ['engagements', 'liste', String(index), 'axe'],
      `L’axe ${quote(axe)} n’existe pas : écrire ${[...axes].map(quote).join(' ou ')}.`
    )
  })
  const etapes = new Set(chiffres.calendrier?.etapes.map(({ numero }) => numero))
  chiffres.calendrier?.dates.forEach(({ etape }, index) => {
    if (etapes.has(etape)) return
    report(
      ['calendrier', 'dates', String(index), 'etape'],
      `L’étape ${etape} n’existe pas : écrire ${[...etapes].join(' ou ')}.`
    )
  })
  chiffres.feuillesDeRoute?.manquantes.regions.forEach(({ region }, index) => {
    if (region === null || findRegion(region)) return
    report(
      ['feuillesDeRoute', 'manquantes', 'regions', String(index), 'region'],
      `${quote(region)} n’est pas le code d’une région.`
    )
  })
  return ecarts
}

/** Two facts of the same name: links to the second lead to the first. */
function listDoublons(racine: Node): EcartSchema[] {
  const vus = new Set<unknown>()
  const ecarts: EcartSchema[] = []
  const visit = (node: Node, chemin: readonly string[]): void => {
    if (node.type === 'array')
      node.children?.forEach((enfant, index) => visit(enfant, [...chemin, String(index)]))
    for (const { cle, valeur } of listProprietes(node)) {
      if (!valeur) continue
      const ici = [...chemin, String(cle.value)]
      if (cle.value === 'id' && valeur.type === 'string') {
        if (vus.has(valeur.value)) {
          const message = `L’identifiant ${quote(valeur.value)} est déjà pris plus haut : en choisir un autre.`
          ecarts.push({ chemin: ici, offset: valeur.offset, message })
        }
        vus.add(valeur.value)
      }
      visit(valeur, ici)
    }
  }
  visit(racine, [])
  return ecarts
}

function truncate(problemes: Probleme[], fichier: string, max: number): Probleme[] {
  const reste = problemes.length - max
  if (reste <= 0) return problemes
  return [
    ...problemes.slice(0, max),
    buildProbleme(fichier, { message: `Et ${reste} ${reste > 1 ? 'autres problèmes' : 'autre problème'}.` })
  ]
}
