import { pathToFileURL } from 'node:url'
import { build } from 'vite'

/** Builds the app into dist/: the page with its first view drawn, the files, the service worker (vite.config.ts). */
export async function buildAll() {
  await build({ logLevel: 'warn' })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildAll()
