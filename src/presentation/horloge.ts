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
