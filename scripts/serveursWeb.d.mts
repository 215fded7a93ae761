export interface ServeurWeb {
  readonly nom: 'nginx' | 'apache2'
  readonly fichiers: readonly string[]
  readonly paquets: readonly string[]
}
export const BROTLI_NGINX: string
export const MODULES_APACHE: string
export const SERVEURS_WEB: readonly ServeurWeb[]
export function hasServeurWeb(serveur: ServeurWeb): boolean
