import type { Expose } from './messages'

const heures = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit' })

/** '14:05', where the presenter is. */
export function formatHeure(ms: number): string {
  return heures.format(ms)
}

/** '1:02:03' or '02:03' from milliseconds. */
export function formatDuree(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000))
  const deux = (n: number) => String(n).padStart(2, '0')
  const heure = Math.floor(total / 3600)
  return `${heure > 0 ? `${heure}:` : ''}${deux(Math.floor(total / 60) % 60)}:${deux(total % 60)}`
}

/** What is left of the time set for a talk, or how far it is beyond; null where none is set. */
export function computeReste(
  { debut, duree }: Expose,
  maintenant: number
): { readonly mot: string; readonly temps: string; readonly depasse: boolean } | null {
  if (duree === null) return null
  const ms = debut + duree * 60_000 - maintenant
  // Rounded up, so that elapsed and left add up to what was set.
  return ms >= 0
    ? { mot: 'Reste', temps: formatDuree(Math.ceil(ms / 1000) * 1000), depasse: false }
    : { mot: 'Dépassé de', temps: formatDuree(-ms), depasse: true }
}
