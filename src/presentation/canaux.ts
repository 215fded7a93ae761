import { readLettre, wrap, type Lettre } from './messages'

/** What can carry letters between windows. */
export interface Canal {
  post(lettre: Lettre): void
  /** @returns the function that ends it */
  listen(recevoir: (lettre: Lettre) => void): () => void
}

/**
 * Between all windows of this folder: of this folder only, other apps may share the origin.
 * @returns null where the browser has no such channel, or does not grant it (all storage blocked)
 */
export function createCanalDiffusion(adresse: string): Canal | null {
  let canal: BroadcastChannel
  try {
    canal = new BroadcastChannel(`carte-fne-presentation:${new URL('./', adresse).href}`)
  } catch {
    return null
  }
  return {
    post: (lettre) => canal.postMessage(wrap(lettre)),
    listen: (recevoir) => {
      canal.onmessage = ({ data }) => {
        const lettre = readLettre(data)
        if (lettre) recevoir(lettre)
      }
      return () => canal.close()
    }
  }
}

/**
 * Between a window and the one that it opened, or that opened it. Opened from a disk, pages share no channel in some
 * browsers, but they still know each other.
 * @param autre the other window, as far as there is one
 */
export function createCanalFenetre(autre: () => Window | null): Canal {
  return {
    // A page from a disk has no origin that could be named; nothing that is sent is a secret.
    post: (lettre) => autre()?.postMessage(wrap(lettre), '*'),
    listen: (recevoir) => {
      const onmessage = ({ data, source }: MessageEvent) => {
        const lettre = source !== null && source === autre() ? readLettre(data) : null
        if (lettre) recevoir(lettre)
      }
      window.addEventListener('message', onmessage)
      return () => window.removeEventListener('message', onmessage)
    }
  }
}
