/** The system's Chromium, or null. */
export function findChromium(): string | null
export const CHROMIUM_ARGS: string[]
export const CHROMIUM_ARGS_WEBGL: string[]
