/** Unit tests that read every place of France, start a program or draw all of the map: left out where an answer is wanted at once. */
export const LENTS = [
  'lieux-recherche',
  'lieux-format',
  'lieux-index',
  'verify',
  'import-fuzz',
  'export-scene',
  'export-diapos',
  'ooxml',
  'carte.dom',
  'liens.dom'
]
