export function compresserDossier(
  dossier: string
): Promise<{ fichiers: number; avant: number; apres: number }>
