import type { Plugin } from 'vite'
export const FIN: string
export function feuilles(): Plugin
