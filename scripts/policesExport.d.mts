import type { Plugin } from 'vite'
export function policesExport(): Plugin
export function readPolices(): Promise<Record<'400' | '700', string>>
export const SIGNES: string
export const FACES: Readonly<Record<'400' | '700', string>>
