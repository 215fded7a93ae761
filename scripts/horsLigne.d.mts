import type { PluginOption } from 'vite'
import type { GenerateSWOptions } from 'workbox-build'
export function horsLigne(): PluginOption
export function optionsWorkbox(dossier: string): Omit<GenerateSWOptions, 'swDest'>
export function passIntegration(): void
export function mendPage(): void
export function finishPage(html: string, dossier?: string): Promise<string>
