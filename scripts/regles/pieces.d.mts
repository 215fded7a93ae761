import type { Rule } from 'eslint'

export const PIECES: Readonly<Record<string, readonly string[]>>
export const pieces: Rule.RuleModule
