import { typographier } from '../../domain/texte/francais'

/** A file that cannot be read at all; `message` is a French sentence that also says what to do. */
export class ErreurImport extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(typographier(message), options)
    this.name = 'ErreurImport'
  }
}
