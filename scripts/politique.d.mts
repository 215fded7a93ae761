export function listTextes(html: string, nom: 'script' | 'style'): string[]
export function buildPolitique(html: string, options?: { portable?: boolean }): string
export function addPolitique(html: string, options?: { portable?: boolean }): string
