import { foldNom, formatListe, quote } from '../domain/texte/francais'

/** So many values that could not be used are named; of the others the number is told. */
const NOMMEES_MAX = 3
/** Characters of such a value that are repeated. */
const VALEUR_MAX = 40

/** Short enough to be read, and without the signs that would turn the sentence round or break it. */
function abridge(texte: string): string {
  const signes = [...texte.slice(0, VALEUR_MAX * 2)].map((signe) => (/\p{C}/u.test(signe) ? '\uFFFD' : signe))
  return signes.length > VALEUR_MAX || texte.length > VALEUR_MAX * 2
    ? `${signes.slice(0, VALEUR_MAX).join('')}…`
    : signes.join('')
}

/** 'a, b, c et 12 autres': the first few of a list of any length, each in its quotation marks or as it is. */
export function formatPremiers(mots: readonly string[]): string {
  const reste = mots.length - NOMMEES_MAX
  return formatListe([
    ...mots.slice(0, NOMMEES_MAX),
    ...(reste > 0 ? [reste === 1 ? '1\u00A0autre' : `${reste}\u00A0autres`] : [])
  ])
}

/**
 * What a link carries, parameter by parameter, and what of it could not be used. Links are retyped and pass through
 * mailers: 'Territoire=41' and '&amp;territoire=41' are 'territoire=41'. Nothing here throws, whatever the query.
 */
export class Parametres {
  readonly #valeurs = new Map<string, string[]>()
  readonly #inconnues = new Set<string>()
  readonly #repetes = new Set<string>()

  /** @param search the query, with or without its '?' */
  constructor(search: string) {
    for (const [nom, valeur] of new URLSearchParams(search)) {
      const cle = foldNom(nom.replace(/^(?:amp;)+/i, ''))
      const siennes = this.#valeurs.get(cle)
      if (siennes) siennes.push(valeur)
      else this.#valeurs.set(cle, [valeur])
    }
  }

  /** The first value as it stands; '' where there is none. */
  text(nom: string): string {
    return this.#valeurs.get(nom)?.[0] ?? ''
  }

  /**
   * The first value that can be read. The others are told.
   * @param read undefined for a value that means nothing
   */
  one<T>(nom: string, read: (valeur: string) => T | undefined, defaut: T): T {
    let lu: T | undefined
    for (const valeur of this.#valeurs.get(nom) ?? []) {
      if (valeur === '') continue
      const sien = read(valeur)
      if (sien === undefined) this.#reject(nom, valeur)
      else if (lu === undefined) lu = sien
      else if (sien !== lu) this.#repetes.add(nom)
    }
    return lu ?? defaut
  }

  /** Every value, parted by commas or by repeating the parameter, each once; those that cannot be read are told. */
  many<T>(nom: string, read: (valeur: string) => T | undefined): T[] {
    const lus = new Set<T>()
    for (const ecrit of (this.#valeurs.get(nom) ?? []).flatMap((valeurs) => valeurs.split(','))) {
      const valeur = ecrit.trim()
      if (valeur === '') continue
      const lu = read(valeur)
      if (lu === undefined) this.#reject(nom, valeur)
      else lus.add(lu)
    }
    return [...lus]
  }

  #reject(nom: string, valeur: string): void {
    this.#inconnues.add(quote(`${nom}=${abridge(valeur)}`))
  }

  /** What could not be used: two French sentences at most, of a few lines, however long the link. */
  listAvertissements(): string[] {
    const inconnues = [...this.#inconnues]
    const repetes = [...this.#repetes].map(quote)
    return [
      ...(inconnues.length === 1
        ? [`Le lien contient une valeur inconnue, ${inconnues[0]}\u202F; elle est ignorée.`]
        : inconnues.length > 1
          ? [
              `Le lien contient des valeurs inconnues, ${formatPremiers(inconnues)}\u202F; elles sont ignorées.`
            ]
          : []),
      ...(repetes.length > 0
        ? [`Le lien donne plusieurs valeurs à ${formatListe(repetes)}\u202F; la première est retenue.`]
        : [])
    ]
  }
}
