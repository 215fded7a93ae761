/** The system's Chromium, or null. */
export function findChromium(): string | null
export const CHROMIUM_ARGS: string[]
export const CHROMIUM_ARGS_WEBGL: string[]
/** Whether the tests have the browser that was chosen for them, or the one that costs them the least. */
export function hasChromiumSansFenetre(): boolean
/** The packages of Debian that hold it, the fastest first. */
export const PAQUETS_CHROMIUM: string[]
