import { isSaisie } from '../ui/clavier'
import type { Diaporama } from './diaporama.svelte'
import { readGlisser, readTouche, type Commande } from './touches'

const MODIFICATEURS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'])
/** What these do by themselves where the focus is on them. */
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

  return {
    onkeydown(event: KeyboardEvent): void {
      const { key, target } = event
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || MODIFICATEURS.has(key))
        return
      if (isSaisie(target)) return
      if (diaporama.noir) {
        event.preventDefault()
        diaporama.noir = false
        return
      }
      const active = target instanceof Element && target.closest(ACTIVES) !== null
      if (active && (key === ' ' || (key === 'Enter' && diaporama.saisie === ''))) return
      const { commande, saisie, prise } = readTouche(key, diaporama.saisie)
      if (!prise) return
      event.preventDefault()
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
