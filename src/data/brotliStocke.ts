/** Most bytes of one stored block: its length is told in four nibbles. */
const BLOC = 65_536

/**
 * Bytes as a brotli stream that compresses nothing (RFC 7932, 9.2: uncompressed meta-blocks), which every decoder reads.
 * For the copy NAME.br that a server hands out in place of the file: browsers write no brotli, and the old copy must not
 * outlive the file.
 */
export function storeBrotli(octets: Uint8Array): Uint8Array {
  const blocs = Math.ceil(octets.length / BLOC)
  const flux = new Uint8Array(octets.length + 4 * blocs + 2)
  let fin = 0
  for (let i = 0; i < blocs; i++) {
    const bloc = octets.subarray(i * BLOC, (i + 1) * BLOC)
    // From the lowest bit: window of 16 bits (0, in the first only), not the last: 0, four nibbles: 00, length less one on 16
    // bits, uncompressed: 1, and nothing up to the byte.
    const decalage = i === 0 ? 1 : 0
    const entete = (((bloc.length - 1) | (1 << 16)) << (3 + decalage)) >>> 0
    for (let n = 0; n < 3; n++) flux[fin++] = (entete >>> (8 * n)) & 0xff
    flux.set(bloc, fin)
    fin += bloc.length
  }
  // The last one, empty: 1, 1; alone in the stream it is preceded by the window.
  flux[fin++] = blocs === 0 ? 0b110 : 0b11
  return flux.subarray(0, fin)
}
