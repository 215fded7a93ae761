import type { Constat } from '../constat'
import { ErreurImport } from './erreur'

export interface TexteDecode {
  readonly texte: string
  /** As a person would name it. */
  readonly encodage: 'UTF-8' | 'UTF-16' | 'Windows-1252' | 'ISO-8859-15' | 'Mac OS Roman'
  /** What makes one think that letters were lost, here or before; null when all is well. */
  readonly doute: Pick<Constat, 'message' | 'gravite'> | null
}

const BINAIRE = 'C’est un fichier binaire, pas un texte : choisir un fichier .csv, .xlsx ou .json.'

/** Letters that French files hold, and what they become when the bytes are read in the wrong encoding. */
const LETTRES = /[àâçéèêëîïôùûüœ]/g
const ETRANGES = /[a-zà-ÿ][\u0080-\u009F‚ƒ„†‡ˆ‰Š√∞]+[a-zà-ÿ]/
const DOUBLE = /Ã[\u0080-\u00BF©¨ª«´§®¢¹»]|â€[™œ˜]/g

const countLettres = (texte: string) => texte.match(LETTRES)?.length ?? 0

/**
 * Reads bytes as text: UTF-8 or UTF-16 with their mark or without, else what French Excel writes on Windows
 * (Windows-1252) or on a Mac, or what Linux wrote before (ISO-8859-15).
 * @throws {ErreurImport} when the bytes are no text
 */
export function decodeTexte(octets: Uint8Array): TexteDecode {
  const utf16 = findUtf16(octets)
  if (utf16) return finish(decode(octets, utf16, BINAIRE), 'UTF-16')
  let texte: string | null
  try {
    texte = new TextDecoder('utf-8', { fatal: true }).decode(octets)
  } catch {
    texte = null
  }
  if (texte !== null) return finish(texte, 'UTF-8')
  if (isLatin9(octets)) return finish(decode(octets, 'iso-8859-15', BINAIRE), 'ISO-8859-15')
  const windows = decode(octets, 'windows-1252', BINAIRE).replace(/[\u0080-\u009F]/g, fixWindows1252)
  const mac = decode(octets, 'macintosh', BINAIRE)
  return countLettres(mac) > countLettres(windows)
    ? finish(mac, 'Mac OS Roman')
    : finish(windows, 'Windows-1252')
}

function decode(octets: Uint8Array, encodage: string, refus: string): string {
  try {
    return new TextDecoder(encodage, { fatal: true }).decode(octets)
  } catch (cause) {
    throw new ErreurImport(refus, { cause })
  }
}

/**
 * ISO-8859-15 has œ, Œ and € where Windows has ½, ¼ and ¤, and nothing at all in the 32 places where Windows has its
 * quotation marks: only a text without these can be it, and one where such a fraction is part of a word is.
 */
function isLatin9(octets: Uint8Array): boolean {
  if (octets.some((octet) => octet >= 0x80 && octet < 0xa0)) return false
  const texte = decode(octets, 'iso-8859-1', BINAIRE)
  return /\p{L}[¼½¾]|[¼½¾]\p{L}|\d[ \u00A0]?¤/u.test(texte)
}

/** What Windows puts in the place of 32 control characters; some platforms (Node 20) decode those instead. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
const fixWindows1252 = (controle: string) => WINDOWS.charAt(controle.charCodeAt(0) - 0x80)

/** By its mark; without one, by the zero byte that half of all Latin letters then have. */
function findUtf16(octets: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (octets[0] === 0xff && octets[1] === 0xfe) return 'utf-16le'
  if (octets[0] === 0xfe && octets[1] === 0xff) return 'utf-16be'
  const debut = octets.subarray(0, 64)
  if (debut.length < 8 || debut.length % 2 === 1) return null
  const zeros = [0, 1].map((reste) => debut.filter((octet, i) => i % 2 === reste && octet === 0).length)
  const moitie = debut.length / 2
  if (zeros[1] === moitie && zeros[0] === 0) return 'utf-16le'
  if (zeros[0] === moitie && zeros[1] === 0) return 'utf-16be'
  return null
}

function finish(texte: string, encodage: TexteDecode['encodage']): TexteDecode {
  if (texte.includes('\u0000')) throw new ErreurImport(BINAIRE)
  const debut = texte.slice(0, 200_000)
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  const controles = debut.match(/[\u0001-\u0008\u000E-\u001A\u001C-\u001F]/g)?.length ?? 0
  if (controles > debut.length / 50) throw new ErreurImport(BINAIRE)
  return { texte, encodage, doute: findDoute(texte, debut, encodage) }
}

export const ENCODAGE_INCONNU: NonNullable<TexteDecode['doute']> = {
  message:
    'Des lettres accentuées semblent abîmées : l’encodage du fichier n’a pas été reconnu. L’enregistrer en « CSV UTF-8 ».'
}

/** More than these few are no accident. */
const ACCIDENTS_MAX = 2

function findDoute(texte: string, debut: string, encodage: TexteDecode['encodage']): TexteDecode['doute'] {
  const doubles = debut.match(DOUBLE)?.length ?? 0
  if (doubles > ACCIDENTS_MAX) {
    return {
      message:
        'Des lettres accentuées sont abîmées (« Ã© » pour « é ») : le fichier a été enregistré deux fois dans des encodages différents. Repartir de l’original, et l’enregistrer en « CSV UTF-8 ».'
    }
  }
  if (encodage !== 'UTF-8' && ETRANGES.test(debut)) {
    return ENCODAGE_INCONNU
  }
  if (doubles > 0 || texte.includes('\uFFFD')) {
    return {
      message:
        'Des lettres accentuées semblent abîmées dans ce fichier : les vérifier à l’endroit où il a été écrit.',
      gravite: 'avertissement'
    }
  }
  return null
}
