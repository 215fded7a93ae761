/** The part of saxen, which brings no types, that is used here. */
declare module 'saxen' {
  export class Parser {
    on(quoi: 'error' | 'warn', ecoute: (erreur: Error) => void): this
    on(quoi: 'openTag', ecoute: (nom: string, attributs: () => Record<string, string>) => void): this
    on(quoi: 'closeTag', ecoute: (nom: string) => void): this
    on(quoi: 'text', ecoute: (texte: string, decodeEntities: (texte: string) => string) => void): this
    on(quoi: 'cdata', ecoute: (texte: string) => void): this
    parse(xml: string): this
    stop(): void
  }
}
