declare module 'virtual:fne-polices' {
  /** WOFF2 in base64, by weight: see scripts/policesExport.mjs. */
  const polices: Readonly<Record<400 | 700, string>>
  export default polices
}
