import { spawn, spawnSync } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { resolveCommande } from './commandes.mjs'

// What the tools make and throw away is collected less often: a tenth of their time.
const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64`.trim()

/** One step of a run of tests, shown as it goes. @returns {number} its exit code */
export function runEtape(titre, commande, args, env = {}) {
  console.log(`\n── ${titre}`)
  const { status } = spawnSync(...resolveCommande(commande, args), {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_OPTIONS, ...env }
  })
  return status ?? 1
}

/**
 * A step beside another: what it prints is shown when it is waited for, not in between.
 * @param options.env what its environment has besides
 * @param options.effacee true: it takes only what the other steps leave of the processor
 * @returns {() => Promise<number>} waits for it, and gives its exit code
 */
export function startEtape(titre, commande, args, { env = {}, effacee = false } = {}) {
  const processus = spawn(...resolveCommande(commande, args), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS, ...env }
  })
  // What it starts in its turn has its priority.
  if (effacee && processus.pid) setPriority(processus.pid, constants.priority.PRIORITY_LOW)
  const morceaux = []
  processus.stdout.on('data', (morceau) => morceaux.push(morceau))
  processus.stderr.on('data', (morceau) => morceaux.push(morceau))
  const fin = new Promise((resolve) => {
    processus.on('error', () => resolve(1))
    processus.on('close', (statut) => resolve(statut ?? 1))
  })
  return async () => {
    const statut = await fin
    console.log(`\n── ${titre}`)
    process.stdout.write(Buffer.concat(morceaux))
    return statut
  }
}
