import type { Plugin } from 'postcss'
export function tailleMinimale(): Plugin
