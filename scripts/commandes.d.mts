/** What a system starts for `node …`, `npm …` or `npx …`: Node itself with the program's file. */
export function resolveCommande(commande: string, args: readonly string[]): [string, string[]]
