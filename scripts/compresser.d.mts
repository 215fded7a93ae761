export function compresserDossier(
  dossier: string,
  qualite?: number
): Promise<{ fichiers: number; avant: number; apres: number }>
