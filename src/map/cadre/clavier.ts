import type { Direction } from '../../domain/territoire/directions'

const FLECHES: Readonly<Record<string, Direction>> = {
  ArrowUp: 'nord',
  ArrowDown: 'sud',
  ArrowRight: 'est',
  ArrowLeft: 'ouest'
}

/** The direction of an arrow key pressed alone, or null. */
export function directionOf(event: KeyboardEvent): Direction | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return null
  return FLECHES[event.key] ?? null
}

/** True where Escape belongs to something else: a field, an open list, a dialog. */
export function ownsEscape(cible: EventTarget | null): boolean {
  return (
    cible instanceof Element && cible.closest('input, textarea, select, [role="combobox"], dialog') !== null
  )
}
