export function listFautesCss(nom: string, feuille: string): Promise<string[]>
export function listFautesJs(fichiers: readonly string[], tout: boolean): Promise<string[]>
