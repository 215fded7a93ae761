import type { Plugin } from 'vite'
export function dsfrFonts(): Plugin
