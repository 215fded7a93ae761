import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compresserDossier } from '../../scripts/compresser.mjs'
import { addToServer, follow, prepareDebian, readBlocs } from './notice'
import { DIST } from '../../scripts/dossiers.mjs'
import { BROTLI_NGINX, hasServeurWeb, MODULES_APACHE, SERVEURS_WEB } from '../../scripts/serveursWeb.mjs'

/** Where the app is behind a web server that was set up by following docs/publier.md. Each ends with '/'. */
export interface Site {
  /** A site of its own. */
  readonly racine: string
  /** A folder further down in it. */
  readonly plusBas: string
  /** A folder of a site that was there before. */
  readonly sousDossier: string
  close(): Promise<void>
}

/** Which of the two servers this machine has: a newcomer without them runs the other tests all the same. */
export const SERVEURS_INSTALLES = SERVEURS_WEB.filter(hasServeurWeb).map(({ nom }) => nom)

/** Two that are free: the second one is asked for while the first is still held. */
async function findPorts(): Promise<Ports> {
  const sondes = [createServer(), createServer()]
  await Promise.all(
    sondes.map((sonde) => new Promise<void>((resolve) => void sonde.listen(0, 'localhost', resolve)))
  )
  const [seul = 0, portail = 0] = sondes.map((sonde) => (sonde.address() as AddressInfo).port)
  await Promise.all(sondes.map((sonde) => new Promise((resolve) => sonde.close(resolve))))
  return { seul, portail }
}

/** Headers and types are what is tested here: copies that are a little larger are made thirty times sooner. */
const QUALITE_BROTLI = 4
/** What a fresh Debian Apache loads by itself; `a2enmod` adds to it. */
const MODULES_DEBIAN =
  'mpm_event authz_core authz_host alias autoindex deflate dir env filter mime negotiation setenvif'.split(
    ' '
  )

interface Ports {
  /** Of the site that the map has to itself. */
  readonly seul: number
  /** Of the site that was there before, with the map in a folder of it. */
  readonly portail: number
}

/**
 * The disk of a server: a fresh Debian, the built app in /srv/carte-fne with its compressed copies, and another site. A
 * folder further down holds the app once more.
 */
async function prepare(): Promise<string> {
  const disque = mkdtempSync(join(tmpdir(), 'carte-fne-site-'))
  prepareDebian(disque)
  const site = join(disque, 'srv/carte-fne')
  cpSync(DIST, site, { recursive: true })
  await compresserDossier(site, QUALITE_BROTLI)
  cpSync(site, join(disque, 'copie'), { recursive: true })
  cpSync(join(disque, 'copie'), join(site, 'outils/carte'), { recursive: true })
  mkdirSync(join(disque, 'srv/portail'))
  writeFileSync(join(disque, 'srv/portail/index.html'), '<!doctype html><title>Un portail</title>')
  return disque
}

/** What the reader of the page is told to change in the files that come with it. */
const createChanger =
  (disque: string, { seul }: Ports) =>
  (texte: string) =>
    texte
      .replaceAll('/srv/', `${disque}/srv/`)
      .replace(/listen \[::\]:80;/, '')
      .replace(/listen 80;/, `listen 127.0.0.1:${seul};`)
      .replace('<VirtualHost *:80>', `<VirtualHost *:${seul}>`)

function writeNginx(disque: string, ports: Ports): string[] {
  const [seul, sousDossier, ligne] = readBlocs('nginx').map(({ texte }) => texte)
  const changer = createChanger(disque, ports)
  const demandes = [seul, sousDossier].flatMap((bloc) => follow(bloc ?? '', disque, changer).demandes)
  if (demandes.join() !== 'nginx -t,systemctl reload nginx') throw new Error(demandes.join())
  // Rules for all files of a site, as many have them, and headers of its own.
  writeFileSync(
    join(disque, 'etc/nginx/sites-enabled/portail'),
    addToServer(
      `server {
  listen 127.0.0.1:${ports.portail};
  root ${disque}/srv/portail;
  add_header X-Portail oui;
  location / { try_files $uri $uri/ /index.html; }
  location ~* \\.(js|css|json|svg)$ { expires 7d; }
}`,
      ligne ?? ''
    )
  )
  const principal = join(disque, 'etc/nginx/nginx.conf')
  writeFileSync(
    principal,
    `load_module ${BROTLI_NGINX};
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; pid ${disque}/nginx.pid; error_log stderr; events {}
http {
  access_log off; client_body_temp_path ${disque}/t1; proxy_temp_path ${disque}/t2; fastcgi_temp_path ${disque}/t3;
  uwsgi_temp_path ${disque}/t4; scgi_temp_path ${disque}/t5;
  default_type application/octet-stream;
  gzip on;
  include conf.d/*.conf;
  include sites-enabled/*;
}`
  )
  return ['nginx', '-c', principal, '-e', 'stderr']
}

function writeApache(disque: string, ports: Ports): string[] {
  const changer = createChanger(disque, ports)
  const suivis = readBlocs('Apache').map(({ texte }) => follow(texte, disque, changer))
  const demandes = suivis.flatMap((suivi) => suivi.demandes)
  const attendues = ['apachectl configtest', 'systemctl restart apache2']
  if (demandes.join() !== [...attendues, ...attendues].join()) throw new Error(demandes.join())
  cpSync(join(disque, 'srv/carte-fne/.htaccess'), join(disque, 'srv/carte-fne/outils/carte/.htaccess'))
  const modules = new Set([...MODULES_DEBIAN, ...suivis.flatMap((suivi) => suivi.modules)])
  const principal = join(disque, 'etc/apache2/apache2.conf')
  writeFileSync(
    principal,
    `${[...modules].map((m) => `LoadModule ${m}_module ${MODULES_APACHE}/mod_${m}.so`).join('\n')}
ServerName localhost
Listen 127.0.0.1:${ports.seul}
Listen 127.0.0.1:${ports.portail}
PidFile ${disque}/apache.pid
DefaultRuntimeDir ${disque}
ErrorLog ${disque}/apache.log
TypesConfig /etc/mime.types
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
AddOutputFilterByType DEFLATE text/html text/plain text/xml text/css text/javascript application/javascript application/wasm
<Directory />
  Options FollowSymLinks
  AllowOverride None
  Require all denied
</Directory>
<Directory ${disque}/srv/portail>
  Require all granted
</Directory>
<VirtualHost *:${ports.portail}>
  DocumentRoot ${disque}/srv/portail
</VirtualHost>
IncludeOptional ${disque}/etc/apache2/conf-enabled/*.conf
IncludeOptional ${disque}/etc/apache2/sites-enabled/*.conf`
  )
  return ['apache2', '-f', principal, '-DFOREGROUND']
}

const readLog = (disque: string) => {
  const journal = join(disque, 'apache.log')
  return existsSync(journal) ? readFileSync(journal, 'utf8') : ''
}

/**
 * Starts one of the two servers on a free port, with the configuration that the project ships.
 * @throws Error with what the server printed, when it stops instead of answering
 */
export async function startServeur(nom: (typeof SERVEURS_INSTALLES)[number]): Promise<Site> {
  const disque = await prepare()
  const ports = await findPorts()
  const [programme = '', ...options] = (nom === 'nginx' ? writeNginx : writeApache)(disque, ports)
  execFileSync('chmod', ['-R', 'a+rX', disque])
  const processus = spawn(programme, options, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` }
  })
  let dit = ''
  processus.stderr.on('data', (morceau: Buffer) => (dit += morceau.toString()))
  const fin = new Promise<void>((resolve) => processus.on('close', () => resolve()))
  const racine = `http://127.0.0.1:${ports.seul}/`
  for (;;) {
    if (processus.exitCode !== null) throw new Error(`${nom} s’est arrêté : ${dit}${readLog(disque)}`)
    const reponse = await fetch(racine).catch(() => null)
    if (reponse) break
    await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    racine,
    plusBas: `${racine}outils/carte/`,
    sousDossier: `http://127.0.0.1:${ports.portail}/carte/`,
    close: async () => {
      processus.kill('SIGTERM')
      await fin
      rmSync(disque, { recursive: true, force: true })
    }
  }
}
