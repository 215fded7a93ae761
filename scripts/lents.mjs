/** Unit tests that read every place of France or start a program: left out where an answer is wanted at once. */
export const LENTS = [
  'lieux-recherche',
  'lieux-format',
  'lieux-index',
  'verify',
  'import-fuzz',
  'export-scene',
  'export-diapos',
  'ooxml'
]
