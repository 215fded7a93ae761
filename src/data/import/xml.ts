import { Parser } from 'saxen'
import { ErreurImport } from './erreur'

export const ABIME =
  'Le classeur est endommagé : l’ouvrir dans un tableur, l’enregistrer à nouveau, puis recommencer.'

/** Reads an attribute by its name, without its prefix; null where there is none. */
export type LireAttribut = (nom: string) => string | null

/** What is heard while a part is read; names come without their prefix. */
export interface EcouteXml {
  /** @returns false to read no further */
  readonly open?: (nom: string, attribut: LireAttribut) => false | void
  readonly close?: (nom: string) => void
  readonly text?: (texte: string) => void
}

const sansPrefixe = (nom: string) => nom.slice(nom.indexOf(':') + 1)

/** UTF-8, or UTF-16 by its mark, as the format allows. */
function decode(octets: Uint8Array): string {
  const encodage =
    octets[0] === 0xff && octets[1] === 0xfe
      ? 'utf-16le'
      : octets[0] === 0xfe && octets[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(encodage).decode(octets)
}

/**
 * Reads one part of a workbook from its start to its end.
 * @throws {ErreurImport} where it is no sound XML, and whatever is thrown by who listens
 */
export function readXml(octets: Uint8Array, { open, close, text }: EcouteXml): void {
  const parser = new Parser()
  const refuse = (cause: unknown) => {
    throw cause instanceof ErreurImport ? cause : new ErreurImport(ABIME, { cause })
  }
  parser.on('error', refuse)
  // An attribute that cannot be read would be left out: another row, another style, without a word.
  parser.on('warn', refuse)
  if (open)
    parser.on('openTag', (nom, lire) => {
      let attributs: Record<string, string> | null = null
      const attribut: LireAttribut = (voulu) => {
        attributs ??= lire()
        for (const cle of Object.keys(attributs))
          if (cle === voulu || cle.endsWith(`:${voulu}`)) return attributs[cle] ?? null
        return null
      }
      if (open(sansPrefixe(nom), attribut) === false) parser.stop()
    })
  if (close) parser.on('closeTag', (nom) => close(sansPrefixe(nom)))
  if (text) {
    parser.on('text', (texte, decodeEntities) => text(decodeEntities(texte)))
    parser.on('cdata', (texte) => text(texte))
  }
  parser.parse(decode(octets))
}
