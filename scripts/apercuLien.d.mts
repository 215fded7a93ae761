export const APERCU: string
export const TAILLE: { readonly largeur: number; readonly hauteur: number }
export function readAdresse(ecrite?: string): string | null
export function addApercu(html: string, adresse: string): string
export function drawPng(svg: string): Promise<Buffer>
export function drawApercu(donnees: string): Promise<Buffer>
