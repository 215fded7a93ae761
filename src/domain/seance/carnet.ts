/** A note taken while a round table is led. */
export interface Note {
  /** ISO date and time: the order in which notes were taken. */
  readonly le: string
  /** Code of the territory that it is about; null for none. */
  readonly territoire: string | null
  readonly texte: string
  /** True for a question that stays open. */
  readonly question: boolean
}

/** All that is kept of a round table. */
export interface Carnet {
  readonly notes: readonly Note[]
  /** What is being typed: a crash loses no more than a letter. */
  readonly brouillon: string
}

export const CARNET_VIDE: Carnet = { notes: [], brouillon: '' }

/** Reads what a browser kept, whatever another version, or somebody, left there. Never throws. */
export function parseCarnet(texte: string | null): Carnet {
  try {
    const { notes, brouillon } = JSON.parse(texte ?? '{}') as Partial<Record<keyof Carnet, unknown>>
    return {
      notes: Array.isArray(notes) ? notes.filter(isNote) : [],
      brouillon: typeof brouillon === 'string' ? brouillon : ''
    }
  } catch {
    return CARNET_VIDE
  }
}

function isNote(valeur: unknown): valeur is Note {
  if (typeof valeur !== 'object' || valeur === null) return false
  const { le, territoire, texte, question } = valeur as Partial<Record<keyof Note, unknown>>
  return (
    typeof le === 'string' &&
    (territoire === null || typeof territoire === 'string') &&
    typeof texte === 'string' &&
    typeof question === 'boolean'
  )
}
