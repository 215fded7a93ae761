import path from 'node:path'

/**
 * The house: data flow one way. A room may import only from the rooms named for it.
 * 'ui' (generic components and the theme) is a shelf that every room with pixels may use, and that knows no other room
 * but the domain; 'commun' holds what panels and slides both show; 'app' is where all rooms are put together.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const PIECES = {
  domain: [],
  data: ['domain'],
  state: ['domain', 'data'],
  ui: ['domain'],
  commun: ['domain', 'data', 'state', 'ui'],
  map: ['domain', 'data', 'state', 'ui'],
  panels: ['domain', 'data', 'state', 'ui', 'commun'],
  search: ['domain', 'data', 'state', 'ui'],
  presentation: ['domain', 'data', 'state', 'ui', 'commun', 'map', 'panels', 'search'],
  export: ['domain', 'data', 'state', 'ui', 'map'],
  app: ['domain', 'data', 'state', 'ui', 'commun', 'map', 'panels', 'search', 'presentation', 'export']
}

/** The packages that the domain does without, whichever of their parts is asked for. */
const HORS_DU_DOMAINE = /^(maplibre-gl|svelte|d3-geo)(\/|$)/

/** The folder of src that a file lies in; null for src's own files (the entries) and for all that is outside. */
function pieceOf(fichier, src) {
  const [piece, ...reste] = path.relative(src, fichier).split(path.sep)
  return reste.length > 0 && piece !== '..' ? piece : null
}

/**
 * ESLint rule: no file reaches into a room that its own may not import from, in whatever way it asks for it: import,
 * export … from, import(), import type, typeof import(), new URL(…, import.meta.url). A folder of src that the table
 * does not name is told, too: its files could import anything.
 * @type {import('eslint').Rule.RuleModule}
 */
export const pieces = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      sens: 'src/{{piece}} does not import from src/{{autre}}: data flow one way (see docs/architecture.md).',
      domaine: 'The domain knows no DOM, no fetch, no MapLibre.',
      inconnue: 'src/{{piece}} is in no table: say in scripts/regles/pieces.mjs what it may import.',
      muet: 'What is imported is a text that can be read here, so that its room can be checked.'
    }
  },
  create(context) {
    const src = path.join(context.cwd, 'src')
    const piece = pieceOf(context.filename, src)
    if (piece === null) return {}
    const permises = PIECES[piece]
    if (!permises)
      return { Program: (node) => context.report({ node, messageId: 'inconnue', data: { piece } }) }

    const check = (node, source) => {
      if (piece === 'domain' && HORS_DU_DOMAINE.test(source)) context.report({ node, messageId: 'domaine' })
      if (!source.startsWith('.')) return
      const autre = pieceOf(path.resolve(path.dirname(context.filename), source.replace(/\?.*$/, '')), src)
      if (autre !== null && autre !== piece && !permises.includes(autre))
        context.report({ node, messageId: 'sens', data: { piece, autre } })
    }
    /** The text of a literal, or of a template without holes. */
    const read = (node) => {
      if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
      if (node?.type === 'TemplateLiteral' && node.quasis.length === 1) return node.quasis[0].value.cooked
      return null
    }
    const statique = (node) => node.source && check(node, node.source.value)
    return {
      ImportDeclaration: statique,
      ExportNamedDeclaration: statique,
      ExportAllDeclaration: statique,
      ImportExpression(node) {
        const source = read(node.source)
        if (source === null) context.report({ node, messageId: 'muet' })
        else check(node, source)
      },
      TSImportType(node) {
        const source = read(node.source ?? node.argument?.literal)
        if (source !== null) check(node, source)
      },
      NewExpression(node) {
        const [premier, second] = node.arguments
        const deLaPage = second?.type === 'MemberExpression' && second.object.type === 'MetaProperty'
        const source = deLaPage && node.callee.name === 'URL' ? read(premier) : null
        if (source !== null) check(node, source)
      }
    }
  }
}
