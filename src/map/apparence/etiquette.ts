/** Pixels of a label on a desk. By itself: what is drawn in a worker knows no theme, which asks the page. */
export const TAILLE_ETIQUETTE = 11
