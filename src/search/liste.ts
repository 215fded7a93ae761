/**
 * The keys of a combobox with a list, by the ARIA 1.2 pattern: what each does, without pixels. The text keeps what is
 * the text's: Home, End, left, right.
 */
export interface EtatListe {
  readonly ouverte: boolean
  /** Position of the answer in view; -1 for none. */
  readonly choix: number
}

export type ActionListe =
  | { readonly type: 'bouger'; readonly etat: EtatListe }
  /** Enter on an answer, or before the answers are there. */
  | { readonly type: 'choisir'; readonly position: number | null }
  | { readonly type: 'vider' }

export const LISTE_FERMEE: EtatListe = { ouverte: false, choix: -1 }
/** What is typed opens the list on its best answer: Enter takes it. */
export const LISTE_OUVERTE: EtatListe = { ouverte: true, choix: 0 }

type Touche = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>

/**
 * What a key asks for; null for one that is left to the text field.
 * @param nombre how many answers there are
 * @param texte what is typed
 */
export function readToucheDeListe(
  touche: Touche,
  { ouverte, choix }: EtatListe,
  nombre: number,
  texte: string
): ActionListe | null {
  if (touche.ctrlKey || touche.metaKey || touche.shiftKey || touche.isComposing) return null
  const visible = ouverte && nombre > 0
  const move = (position: number): ActionListe => ({
    type: 'bouger',
    etat: { ouverte: true, choix: (position + nombre) % nombre }
  })
  switch (touche.key) {
    case 'ArrowDown':
      if (nombre === 0) return null
      if (touche.altKey) return { type: 'bouger', etat: { ouverte: true, choix: visible ? choix : -1 } }
      return move(visible ? choix + 1 : 0)
    case 'ArrowUp':
      if (nombre === 0) return null
      if (touche.altKey) return { type: 'bouger', etat: LISTE_FERMEE }
      return move(visible && choix >= 0 ? choix - 1 : nombre - 1)
    case 'Enter':
      if (touche.altKey || texte.trim() === '') return null
      return { type: 'choisir', position: nombre > 0 ? Math.max(0, visible ? choix : 0) : null }
    case 'Escape':
      if (visible) return { type: 'bouger', etat: LISTE_FERMEE }
      return texte === '' ? null : { type: 'vider' }
    default:
      return null
  }
}
