import fc from 'fast-check'

/** Half surrogates are no characters. */
const [DEMIS, FIN_DEMIS] = [0xd800, 0xe000]
const NOMBRE = 0x110000 - (FIN_DEMIS - DEMIS)
/** A text that fails is shortened towards the first. */
const PREMIER = 0x61

/**
 * Any character of Unicode, to be the `unit` of a text. The library's own ('binary') makes a table of them all in each
 * worker, to tell which of the words that it tries on purpose ('__proto__') it can write: most of a second.
 */
export const CARACTERE = fc.nat(NOMBRE - 1).map(
  (i) => {
    const code = (i + PREMIER) % NOMBRE
    return String.fromCodePoint(code < DEMIS ? code : code + FIN_DEMIS - DEMIS)
  },
  (caractere) => {
    const code = typeof caractere === 'string' ? caractere.codePointAt(0) : undefined
    if (code === undefined || String.fromCodePoint(code) !== caractere) throw new Error('not one character')
    return ((code < DEMIS ? code : code - FIN_DEMIS + DEMIS) - PREMIER + NOMBRE) % NOMBRE
  }
)
