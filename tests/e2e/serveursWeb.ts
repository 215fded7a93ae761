import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compresserDossier } from '../../scripts/compresser.mjs'
import { DIST } from '../../scripts/dossiers.mjs'
import { BROTLI_NGINX, hasServeurWeb, MODULES_APACHE, SERVEURS_WEB } from '../../scripts/serveursWeb.mjs'

/** The app at the root of a site and in a sub-folder, behind a web server set up as docs/publier says. */
export interface Site {
  /** Ends with '/'. */
  readonly racine: string
  readonly sousDossier: string
  close(): Promise<void>
}

const MODULES_APACHE_UTILES = 'mpm_event authz_core dir mime headers rewrite setenvif'.split(' ')

/** Which of the two servers this machine has: a newcomer without them runs the other tests all the same. */
export const SERVEURS_INSTALLES = SERVEURS_WEB.filter(hasServeurWeb).map(({ nom }) => nom)

const findPort = () =>
  new Promise<number>((resolve) => {
    const sonde = createServer().listen(0, 'localhost', () => {
      const { port } = sonde.address() as AddressInfo
      sonde.close(() => resolve(port))
    })
  })

/** Headers and types are what is tested here: copies that are a little larger are made thirty times sooner. */
const QUALITE_BROTLI = 4

/** A folder with the built app, compressed copies beside its files, at the root and in a sub-folder. */
async function prepare(): Promise<{ dossier: string; site: string }> {
  const dossier = mkdtempSync(join(tmpdir(), 'carte-fne-site-'))
  const site = join(dossier, 'site')
  cpSync(DIST, site, { recursive: true })
  await compresserDossier(site, QUALITE_BROTLI)
  cpSync(site, join(dossier, 'copie'), { recursive: true })
  mkdirSync(join(site, 'outils'))
  cpSync(join(dossier, 'copie'), join(site, 'outils', 'carte'), { recursive: true })
  execFileSync('chmod', ['-R', 'a+rX', dossier])
  return { dossier, site }
}

/** Replaces one text that the shipped file must have: a file that lost it would be tested without its settings. */
function replace(texte: string, ancien: string, nouveau: string): string {
  if (!texte.includes(ancien)) throw new Error(`« ${ancien} » n’est plus dans le fichier livré`)
  return texte.replace(ancien, nouveau)
}

function writeNginx(dossier: string, site: string, port: number): string[] {
  const livre = readFileSync('docs/publier/nginx.conf', 'utf8')
  const regle = replace(
    replace(livre, 'root /srv/carte-fne;', `root ${site};`),
    'listen 80;',
    `listen ${port};`
  )
  writeFileSync(
    join(dossier, 'nginx.conf'),
    `load_module ${BROTLI_NGINX};
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; pid ${dossier}/nginx.pid; error_log stderr; events {}
http {
  access_log off; client_body_temp_path ${dossier}/t1; proxy_temp_path ${dossier}/t2; fastcgi_temp_path ${dossier}/t3;
  uwsgi_temp_path ${dossier}/t4; scgi_temp_path ${dossier}/t5;
  ${regle}
}`
  )
  return ['nginx', '-c', join(dossier, 'nginx.conf'), '-e', 'stderr']
}

function writeApache(dossier: string, site: string, port: number): string[] {
  for (const ici of [site, join(site, 'outils', 'carte')])
    cpSync('docs/publier/apache.htaccess', join(ici, '.htaccess'))
  writeFileSync(
    join(dossier, 'apache.conf'),
    `${MODULES_APACHE_UTILES.map((m) => `LoadModule ${m}_module ${MODULES_APACHE}/mod_${m}.so`).join('\n')}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${dossier}/apache.pid
DefaultRuntimeDir ${dossier}
ErrorLog ${dossier}/apache.log
TypesConfig /etc/mime.types
DocumentRoot ${site}
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
<Directory ${site}>
  AllowOverride All
  Require all granted
</Directory>`
  )
  return ['apache2', '-f', join(dossier, 'apache.conf'), '-DFOREGROUND']
}

const readLog = (dossier: string) => {
  const journal = join(dossier, 'apache.log')
  return existsSync(journal) ? readFileSync(journal, 'utf8') : ''
}

/**
 * Starts one of the two servers on a free port, with the configuration that the project ships.
 * @throws Error with what the server printed, when it stops instead of answering
 */
export async function startServeur(nom: (typeof SERVEURS_INSTALLES)[number]): Promise<Site> {
  const { dossier, site } = await prepare()
  const port = await findPort()
  const [programme = '', ...options] = (nom === 'nginx' ? writeNginx : writeApache)(dossier, site, port)
  const processus = spawn(programme, options, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` }
  })
  let dit = ''
  processus.stderr.on('data', (morceau: Buffer) => (dit += morceau.toString()))
  const fin = new Promise<void>((resolve) => processus.on('close', () => resolve()))
  const racine = `http://127.0.0.1:${port}/`
  for (;;) {
    if (processus.exitCode !== null) throw new Error(`${nom} s’est arrêté : ${dit}${readLog(dossier)}`)
    const reponse = await fetch(racine).catch(() => null)
    if (reponse) break
    await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    racine,
    sousDossier: `${racine}outils/carte/`,
    close: async () => {
      processus.kill('SIGTERM')
      await fin
      rmSync(dossier, { recursive: true, force: true })
    }
  }
}
