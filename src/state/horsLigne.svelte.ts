import type { Workbox } from 'workbox-window'
import { takeExport } from '../data/charger'

/** How often a page that stays open asks whether there is a new version. */
const PERIODE_MS = 3_600_000

/**
 * What this device keeps of the app, and which version of it is on screen. The service worker is registered by
 * {@link HorsLigne.start}, and takes a new version only when {@link HorsLigne.apply} is called.
 */
export class HorsLigne {
  /**
   * Whether the app is kept on this device: 'oui' once everything is, the network may go; 'refus' where it cannot be (no secure
   * address, storage full or refused, file missing on the server); null as long as nobody knows, and in a single file.
   */
  garde = $state<'oui' | 'refus' | null>(null)
  /** True when that has just become so, for the first time on this device. */
  vientDEtrePret = $state(false)
  /** A newer version than the page's: kept and waiting for the user's word, or already applied by another window. */
  nouvelle = $state<'en-attente' | 'appliquee-ailleurs' | null>(null)
  /** True when the new version had to wait, because another window is presenting. */
  retenue = $state(false)
  #workbox: Workbox | null = null
  #demandee = false

  /**
   * Keeps the whole app on this device. Never rejects: where it cannot be done, the app works on as it does without, and says so
   * where it speaks of working without a network ({@link HorsLigne.garde}).
   */
  async start(): Promise<void> {
    try {
      if ('serviceWorker' in navigator) return await this.#register()
    } catch {
      // Nothing that works has stopped working.
    }
    this.garde ??= 'refus'
  }

  /** Reloads the page in the newer version, unless a presentation is going on in another window. */
  async apply(): Promise<void> {
    if (this.nouvelle === 'appliquee-ailleurs') return window.location.reload()
    this.retenue = await isPresentationOuverte()
    if (this.retenue) return
    this.#demandee = true
    this.#workbox?.messageSkipWaiting()
  }

  async #register(): Promise<void> {
    const { serviceWorker } = navigator
    const Workbox = await takeExport(import('workbox-window'), 'Workbox')
    const workbox = (this.#workbox = new Workbox('./sw.js', { scope: './' }))
    let servie = serviceWorker.controller !== null
    const premiere = !servie
    serviceWorker.addEventListener('controllerchange', () => {
      if (this.#demandee) window.location.reload()
      else if (servie) this.nouvelle = 'appliquee-ailleurs'
      servie = true
    })
    workbox.addEventListener('waiting', () => (this.nouvelle ??= 'en-attente'))
    // The first copy, which could not be kept whole; where there is an earlier one, that stays.
    workbox.addEventListener('redundant', () => (this.garde ??= 'refus'))
    const inscription = await workbox.register({ immediate: true })
    if (!inscription) return
    const check = () => {
      if (document.visibilityState === 'visible') inscription.update().catch(() => {})
    }
    setInterval(check, PERIODE_MS)
    document.addEventListener('visibilitychange', check)
    // An active service worker has stored everything: otherwise it would not have been installed.
    await serviceWorker.ready
    this.garde = 'oui'
    this.vientDEtrePret = premiere
  }
}

/** Held by every window that presents; of this folder only, other apps may share the origin. */
const verrou = () => `presentation:${new URL('./', document.baseURI).href}`

async function isPresentationOuverte(): Promise<boolean> {
  try {
    const { held = [] } = await navigator.locks.query()
    return held.some(({ name }) => name === verrou())
  } catch {
    // No locks, or refused with the storage: then no window can hold one.
    return false
  }
}

/**
 * Tells the other windows that this one is presenting: none will change the version under it.
 * @returns the function that ends it; closing the window does, too
 */
export function holdVersion(): () => void {
  let release = () => {}
  const fin = new Promise<void>((resolve) => (release = resolve))
  try {
    navigator.locks.request(verrou(), { mode: 'shared' }, () => fin).catch(() => {})
  } catch {
    // Refused over file:// or with the storage: there is no version to hold either.
  }
  return release
}

export const horsLigne = new HorsLigne()
