import type { Rule } from 'eslint'

export const chargement: Rule.RuleModule
