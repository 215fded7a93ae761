import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folders and files of a fresh Debian that the commands of docs/publier.md stand on. */
const DEBIAN = [
  'etc/nginx/conf.d/',
  'etc/nginx/snippets/',
  'etc/nginx/sites-enabled/default',
  'etc/apache2/sites-available/',
  'etc/apache2/sites-enabled/000-default.conf',
  'etc/apache2/conf-available/',
  'etc/apache2/conf-enabled/',
  'srv/carte-fne/'
]

/** Makes them under a folder, which stands for the root of the server's disk. */
export function prepareDebian(racine: string): void {
  for (const chemin of DEBIAN) {
    mkdirSync(join(racine, chemin.endsWith('/') ? chemin : dirname(chemin)), { recursive: true })
    if (!chemin.endsWith('/')) writeFileSync(join(racine, chemin), '')
  }
}

/**
 * The blocks of code of one heading of docs/publier.md, in order.
 * @throws Error when the page has no such heading
 */
export function readBlocs(titre: string): { langue: string; texte: string }[] {
  const page = readFileSync('docs/publier.md', 'utf8')
  const debut = page.indexOf(`\n## ${titre}\n`)
  if (debut < 0) throw new Error(`docs/publier.md n’a plus de partie « ${titre} »`)
  const fin = page.indexOf('\n## ', debut + 1)
  return [...page.slice(debut, fin < 0 ? undefined : fin).matchAll(/```(\w+)\n(.*?)```/gs)].map(
    ([, langue = '', texte = '']) => ({ langue, texte })
  )
}

/** What following the commands leaves to whoever starts the servers. */
export interface Suivi {
  /** Of Apache, by the names that `a2enmod` takes. */
  readonly modules: string[]
  /** The commands that ask a server whether it can read its settings, or to do so. */
  readonly demandes: string[]
}

/** Debian's own tools for Apache put a link to what is available among what is enabled, and take it away. */
function toggle(racine: string, outil: string, nom: string): void {
  const sorte = outil.endsWith('site') ? 'sites' : 'conf'
  const permis = join(racine, `etc/apache2/${sorte}-enabled/${nom}.conf`)
  if (outil.startsWith('a2dis')) rmSync(permis)
  else copyFileSync(join(racine, `etc/apache2/${sorte}-available/${nom}.conf`), permis)
}

/**
 * Follows commands of docs/publier.md, one by one, on the disk under `racine`. What is copied is changed as its reader is told
 * to: the port, and the folder of the disk.
 * @throws Error on a command that does not work, or that is not known here: it has to be tried in some way
 */
export function follow(texte: string, racine: string, changer: (texte: string) => string): Suivi {
  const suivi: Suivi = { modules: [], demandes: [] }
  const commandes = texte
    .split('\n')
    .flatMap((ligne) => ligne.replace(/\s+#.*/, '').split('&&'))
    .map((commande) => commande.trim())
  for (const commande of commandes.filter(Boolean)) {
    const [programme = '', ...suite] = commande.split(/\s+/)
    const [premier = '', second = ''] = suite
    if (programme === 'cp') {
      const cible = join(racine, second)
      // Beside the folder that was copied to the server.
      copyFileSync(join('docs', premier), cible)
      writeFileSync(cible, changer(readFileSync(cible, 'utf8')))
    } else if (programme === 'rm') rmSync(join(racine, premier))
    else if (programme === 'a2enmod') suivi.modules.push(...suite)
    else if (/^a2(?:en|dis)(?:site|conf)$/.test(programme)) toggle(racine, programme, premier)
    else if (/^(?:nginx -t|apachectl configtest|systemctl re(?:load|start) \w+)$/.test(commande))
      suivi.demandes.push(commande)
    else if (!commande.startsWith('apt-get install '))
      throw new Error(`docs/publier.md : « ${commande} » n’est pas essayé`)
  }
  return suivi
}

/** Puts a line into the block of a server that is already there: what the page asks its reader to do by hand. */
export const addToServer = (site: string, ligne: string) => site.replace(/\}\s*$/, `${ligne}}\n`)
