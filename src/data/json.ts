import { parseTree, type Node, type ParseError } from 'jsonc-parser'

/** A place in a text, counted from 1. */
interface Position {
  readonly ligne: number
  readonly colonne: number
}

interface ErreurSyntaxe extends Position {
  readonly offset: number
  /** A French sentence for somebody who edits the file by hand. */
  readonly message: string
}

export interface DocumentJson {
  /** The text that offsets count in: without byte order mark. */
  readonly texte: string
  /** undefined when nothing can be made of the text. */
  readonly racine: Node | undefined
  /** In order, one a line at most: what follows on the same line is nearly always a consequence. */
  readonly erreurs: readonly ErreurSyntaxe[]
  locate(offset: number): Position
}

/** By jsonc-parser's ParseErrorCode: a const enum, which cannot be imported by name in isolated modules. */
const MESSAGES: Readonly<Record<number, string>> = {
  1: 'Ce mot n’est pas compris : un texte s’écrit entre guillemets droits (").',
  2: 'Ce nombre est mal écrit : pas d’espace, un point pour les décimales.',
  3: 'Il manque un nom de champ entre guillemets droits, ou bien la virgule juste avant est de trop.',
  4: 'Il manque une valeur, ou bien la virgule juste avant est de trop.',
  5: 'Il manque « : » entre le nom du champ et sa valeur.',
  6: 'Il manque une virgule juste avant.',
  7: 'Il manque une accolade fermante « } » : le fichier est peut-être tronqué.',
  8: 'Il manque un crochet fermant « ] » : le fichier est peut-être tronqué.',
  9: 'Il y a du texte de trop après la fin du document : une accolade est peut-être fermée trop tôt.',
  10: 'Les commentaires ne sont pas permis dans ce fichier : les supprimer.',
  11: 'Les commentaires ne sont pas permis dans ce fichier : les supprimer.',
  12: 'Un guillemet ouvert n’est jamais fermé.',
  13: 'Ce nombre est mal écrit : pas d’espace, un point pour les décimales.',
  14: 'La suite « \\u » doit être suivie de quatre chiffres hexadécimaux.',
  15: 'La barre oblique inverse « \\ » est mal employée : l’écrire « \\\\ ».',
  16: 'Un caractère interdit s’est glissé dans ce texte (tabulation ou caractère invisible) : le supprimer.'
}

/** Parses strict JSON, keeping the position of everything and going on after an error. Never throws. */
export function parseJson(source: string): DocumentJson {
  const texte = source.replace(/^\uFEFF/, '')
  const debuts = [0, ...Array.from(texte.matchAll(/\r\n|\r|\n/g), (fin) => fin.index + fin[0].length)]
  const locate = (offset: number): Position => {
    let [bas, haut] = [0, debuts.length - 1]
    while (bas < haut) {
      const milieu = (bas + haut + 1) >> 1
      if ((debuts[milieu] ?? 0) <= offset) bas = milieu
      else haut = milieu - 1
    }
    return { ligne: bas + 1, colonne: offset - (debuts[bas] ?? 0) + 1 }
  }
  const build = (offset: number, message: string): ErreurSyntaxe => ({ offset, message, ...locate(offset) })

  if (texte.trim() === '')
    return { texte, racine: undefined, erreurs: [build(0, 'Le fichier est vide.')], locate }
  if (texte.trimStart().startsWith('<')) {
    const message =
      'Ce n’est pas un fichier JSON mais une page web : le fichier est peut-être absent du serveur.'
    return { texte, racine: undefined, erreurs: [build(0, message)], locate }
  }
  const brutes: ParseError[] = []
  let racine: Node | undefined
  try {
    racine = parseTree(texte, brutes, { disallowComments: true, allowTrailingComma: false })
  } catch {
    // The parser is recursive: only a text nested thousands of levels deep comes here.
    return {
      texte,
      racine: undefined,
      erreurs: [build(0, 'Ce fichier est illisible : trop d’accolades ou de crochets imbriqués.')],
      locate
    }
  }
  const erreurs = new Map<number, ErreurSyntaxe>()
  for (const { error, offset } of brutes) {
    const erreur = build(offset, MESSAGES[error] ?? 'Ce passage n’est pas du JSON correct.')
    if (!erreurs.has(erreur.ligne)) erreurs.set(erreur.ligne, erreur)
  }
  return { texte, racine, erreurs: [...erreurs.values()].sort((a, b) => a.offset - b.offset), locate }
}

export interface Propriete {
  readonly cle: Node
  /** undefined when the text breaks off before it. */
  readonly valeur: Node | undefined
}

/** The properties of an object node, as they stand in the text, repeated names included; none for another node. */
export function listProprietes(node: Node | undefined): Propriete[] {
  if (node?.type !== 'object') return []
  return (node.children ?? []).flatMap(({ children: [cle, valeur] = [] }) => (cle ? [{ cle, valeur }] : []))
}

/** One step down the tree: an item by its index, a property by its name (the last one, as JSON.parse has it). */
export function findEnfant(node: Node | undefined, cle: string): Propriete | undefined {
  if (node?.type === 'array') {
    const valeur = node.children?.[Number(cle)]
    return valeur && { cle: valeur, valeur }
  }
  return listProprietes(node).findLast((propriete) => propriete.cle.value === cle)
}

/**
 * True when no syntax error is in a part of the document or right at its end: what is left of a part that was cut short
 * would look like a shorter one.
 */
export const isEntier = (node: Node, { erreurs }: DocumentJson): boolean =>
  node.length > 0 &&
  !erreurs.some(({ offset }) => offset >= node.offset && offset <= node.offset + node.length)

/** The value of a part of a document that {@link isEntier}. */
export const parseNode = (texte: string, node: Node): unknown =>
  JSON.parse(texte.slice(node.offset, node.offset + node.length))
