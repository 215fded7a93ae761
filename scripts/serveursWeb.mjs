import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where Debian puts what the servers load; their programs are in folders that only an administrator's PATH names. */
export const BROTLI_NGINX = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'
export const MODULES_APACHE = '/usr/lib/apache2/modules'

/**
 * The web servers that docs/publier sets up: the program that the tests start, the files that it loads there, and the
 * Debian packages that have them. Apache without its service (apache2-bin): the tests start it on ports of their own.
 */
export const SERVEURS_WEB = [
  { nom: 'nginx', fichiers: [BROTLI_NGINX], paquets: ['nginx-light', 'libnginx-mod-http-brotli-static'] },
  {
    nom: 'apache2',
    fichiers: [`${MODULES_APACHE}/mod_mpm_event.so`, '/etc/mime.types'],
    paquets: ['apache2-bin', 'media-types']
  }
]

/** Whether this machine has all that the tests start and load of a server. */
export const hasServeurWeb = ({ nom, fichiers }) =>
  ['/usr/sbin', '/usr/bin'].some((dossier) => existsSync(join(dossier, nom))) &&
  fichiers.every((fichier) => existsSync(fichier))
