/** Hands a file to the browser's downloads; nothing leaves the machine. */
export function downloadFichier(nom: string, contenu: Blob | string, type = 'text/csv;charset=utf-8'): void {
  const adresse = URL.createObjectURL(typeof contenu === 'string' ? new Blob([contenu], { type }) : contenu)
  const lien = document.createElement('a')
  lien.href = adresse
  lien.download = nom
  lien.click()
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(adresse), 60_000)
}
