import type { Root } from 'postcss'
import type { Plugin } from 'vite'
export function dsfrUtile(): Plugin[]
export function dropVariables(arbres: readonly Root[], ailleurs: ReadonlySet<string>): void
