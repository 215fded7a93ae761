/** What the person who runs the command can mend: told in French on stderr, without a stack trace. */
export class ErreurGeo extends Error {}
