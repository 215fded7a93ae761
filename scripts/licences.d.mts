import type { Plugin } from 'vite'
export const LICENCES: string
export function isAdmise(licence: string | null): boolean
export function noteLicences(): Plugin
export function writeLicences(): Plugin
