/** What makes sure that a program which is loaded later has come whole (src/data/charger.ts). */
const CHARGEURS = ['takeExport', 'checkExport']

/**
 * ESLint rule: what is loaded later is handed, where that is written, to what looks whether it came whole. A program that comes
 * empty or cut short is one all the same for the browser: whoever uses it without a look shows nothing, and says nothing.
 * @type {import('eslint').Rule.RuleModule}
 */
export const chargement = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { nu: 'What is loaded later goes through takeExport or checkExport (src/data/charger.ts).' }
  },
  create(context) {
    return {
      ImportExpression(node) {
        // `import('…') as Promise<…>` is handed over as well.
        let appel = node.parent
        while (appel.type.startsWith('TS')) appel = appel.parent
        if (appel.type !== 'CallExpression' || !CHARGEURS.includes(appel.callee.name))
          context.report({ node, messageId: 'nu' })
      }
    }
  }
}
