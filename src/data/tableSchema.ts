/** The part of the Table Schema specification that our schemas use. */
export interface ChampSchema {
  readonly name: string
  readonly title?: string
  readonly description?: string
  readonly type: string
  readonly example?: unknown
  readonly constraints?: {
    readonly required?: boolean
    readonly unique?: boolean
    readonly enum?: readonly string[]
    readonly pattern?: string
  }
}

export interface TableSchema {
  readonly name: string
  readonly fields: readonly ChampSchema[]
}

/**
 * Checks one cell against its field.
 * @returns what is wrong and how to mend it, as a French sentence; null when all is well
 */
export function checkCellule(champ: ChampSchema, valeur: string): string | null {
  const { required, enum: valeurs, pattern } = champ.constraints ?? {}
  if (valeur === '')
    return required ? `« ${champ.name} » est vide : une valeur est obligatoire${suggest(champ)}.` : null
  if (valeurs && !valeurs.includes(valeur)) {
    return `« ${valeur} » n’est pas une valeur de « ${champ.name} » : écrire ${valeurs.map((v) => `« ${v} »`).join(' ou ')}.`
  }
  if (pattern && !new RegExp(`^(?:${pattern})$`, 'u').test(valeur)) {
    return `« ${valeur} » n’a pas la forme attendue pour « ${champ.name} »${suggest(champ)}.`
  }
  return null
}

const suggest = (champ: ChampSchema) =>
  champ.example === undefined ? '' : `, par exemple « ${String(champ.example)} »`
