/** A short name for a text: 32 bits of FNV-1a. It tells texts apart that nobody wrote to be mistaken for each other. */
export function nameOf(texte: string): string {
  let n = 0x811c9dc5
  for (let i = 0; i < texte.length; i++) n = Math.imul(n ^ texte.charCodeAt(i), 0x01000193) >>> 0
  return n.toString(36)
}
