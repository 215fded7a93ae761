import { isSaisie } from '../ui/clavier'
import type { Diaporama } from './diaporama.svelte'
import { readGlisser, readTouche, type Commande } from './touches'

const MODIFICATEURS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'])
/** These do something by themselves where the focus is on them. */
const ACTIVES = 'a[href], button, summary, [role="button"]'

/** What the keys, the clicker and the finger do to a presentation. */
export function createPilotage(
  diaporama: Pick<Diaporama, 'noir' | 'saisie' | 'execute'>,
  options: { avant?: (commande: Commande) => boolean } = {}
) {
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
      if (target instanceof HTMLInputElement && key === 'Escape' && target.value === '') {
        // Nothing left to clear: the search gives the keys back.
        take(event)
        target.blur()
        return
      }
      // A clicker has no keys but these, and they write nothing.
      const telecommande = target instanceof HTMLInputElement && /^Page(Up|Down)$/.test(key)
      if (isSaisie(target) && !telecommande) return
      if (diaporama.noir) {
        take(event)
        diaporama.noir = false
        return
      }
      // Somebody has gone to the map with the Tab key: its arrows go from territory to territory.
      const surCarte = target instanceof Element && target.closest('[role="application"]') !== null
      if (surCarte && key.startsWith('Arrow')) return
      const active = target instanceof Element && target.closest(ACTIVES) !== null
      if (active && (key === ' ' || (key === 'Enter' && diaporama.saisie === ''))) return
      const { commande, saisie, prise } = readTouche(key, diaporama.saisie)
      if (!prise) return
      take(event)
      diaporama.saisie = saisie
      execute(commande)
    },
    ontouchstart({ touches }: TouchEvent): void {
      const [doigt] = touches
      depart = doigt && touches.length === 1 ? { x: doigt.clientX, y: doigt.clientY } : null
    },
    ontouchend({ changedTouches }: TouchEvent): void {
      const [doigt] = changedTouches
      if (depart && doigt) execute(readGlisser(doigt.clientX - depart.x, doigt.clientY - depart.y))
      depart = null
    }
  }
}
