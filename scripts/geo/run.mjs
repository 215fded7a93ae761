import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const TARGET = fileURLToPath(new URL('../../static/geo/territoires.topo.json', import.meta.url))

if (!existsSync(new URL('node_modules/.package-lock.json', import.meta.url))) {
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: HERE,
    stdio: 'inherit'
  })
  if (status !== 0) process.exit(1)
}

const { buildTopology } = await import('./topologie.mjs')
const { readNaturalEarth } = await import('./naturalEarth.mjs')

const text = `${JSON.stringify(buildTopology(readNaturalEarth()))}\n`
mkdirSync(dirname(TARGET), { recursive: true })
writeFileSync(TARGET, text)
console.log(text.length, gzipSync(text, { level: 9 }).length)
