export function findSurPath(noms: readonly string[]): string | null
export function findProgramme(variable: string, noms: readonly string[]): string | null
