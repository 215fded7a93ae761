import { isSaisie } from '../ui/clavier'
import { touchesSeules } from '../ui/toucheSeule.svelte'
import type { Diaporama } from './diaporama.svelte'
import { readGlisser, readTouche, type Commande } from './touches'

const MODIFICATEURS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'])
/** These do something by themselves where the focus is on them. */
const ACTIVES = 'a[href], button, summary, [role="button"]'
/** What chooses from a list: all else is the presentation's. */
const DANS_LISTE = /^(?:Arrow|Enter$|Home$|End$|Tab$)/
const TELECOMMANDE = /^Page(?:Up|Down)$/

/** Whose a key is, by where the focus is: nobody's here, the presentation's, or it gives the focus back. */
function findMaitre({ key, target }: KeyboardEvent): 'cible' | 'presentation' | 'rendre' {
  if (target instanceof HTMLSelectElement) {
    // Its list may have been closed without a choice: what steps and blanks is not for it, and Escape leaves it.
    if (key === 'Escape') return 'rendre'
    return DANS_LISTE.test(key) ? 'cible' : 'presentation'
  }
  // Nothing left to clear: the search gives the keys back.
  if (target instanceof HTMLInputElement && key === 'Escape' && target.value === '') return 'rendre'
  // A clicker has no keys but these, and they write nothing.
  if (TELECOMMANDE.test(key) && !(target instanceof HTMLTextAreaElement)) return 'presentation'
  return isSaisie(target) ? 'cible' : 'presentation'
}

/** What the keys, the clicker and the finger do to a presentation. */
export function createPilotage(
  diaporama: Pick<Diaporama, 'noir' | 'saisie' | 'execute'>,
  options: {
    avant?: (commande: Commande) => boolean
    /** How much the fingers have enlarged the page; 1 is not at all. */
    agrandissement?: () => number
  } = {}
) {
  const { agrandissement = () => window.visualViewport?.scale ?? 1 } = options
  let depart: { x: number; y: number } | null = null
  const execute = (commande: Commande | null) => {
    if (commande && !options.avant?.(commande)) diaporama.execute(commande)
  }

  const take = (event: KeyboardEvent) => {
    event.preventDefault()
    event.stopPropagation()
  }

  return {
    /** To be heard before anything else hears the key. */
    onkeydowncapture(event: KeyboardEvent): void {
      const { key, target } = event
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || MODIFICATEURS.has(key))
        return
      const maitre = findMaitre(event)
      if (maitre === 'cible') return
      if (maitre === 'rendre') {
        take(event)
        ;(target as HTMLElement).blur()
        return
      }
      if (diaporama.noir) {
        take(event)
        diaporama.noir = false
        return
      }
      if (touchesSeules.ignores(key)) return
      // Somebody has gone to the map with the Tab key: its arrows go from territory to territory.
      const surCarte = target instanceof Element && target.closest('[role="application"]') !== null
      if (surCarte && key.startsWith('Arrow')) return
      const active = target instanceof Element && target.closest(ACTIVES) !== null
      if (active && (key === ' ' || (key === 'Enter' && diaporama.saisie === ''))) return
      const { commande, saisie, prise } = readTouche(key, diaporama.saisie, event)
      if (!prise) return
      take(event)
      // What steps has not chosen from the list that had the focus.
      if (target instanceof HTMLSelectElement) target.blur()
      diaporama.saisie = saisie
      execute(commande)
    },
    /** To be heard wherever a finger comes down: a second one, on the map or not, makes it no swipe. */
    ontouchstart({ touches, target }: TouchEvent): void {
      const [doigt] = touches
      const seul = touches.length === 1 && agrandissement() < 1.01
      const surTexte = target instanceof Element && target.closest('.fne-diapo') !== null
      depart = doigt && seul && surTexte ? { x: doigt.clientX, y: doigt.clientY } : null
    },
    ontouchend({ touches, changedTouches }: TouchEvent): void {
      const [doigt] = changedTouches
      if (depart && doigt && touches.length === 0)
        execute(readGlisser(doigt.clientX - depart.x, doigt.clientY - depart.y))
      depart = null
    },
    /** The browser has taken the finger: for scrolling, or for its own gestures. */
    ontouchcancel(): void {
      depart = null
    }
  }
}
