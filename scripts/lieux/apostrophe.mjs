/** The project writes the typographic apostrophe everywhere; INSEE's files the straight one. */
export const apostropher = (texte) => texte.replace(/'/g, '’')
