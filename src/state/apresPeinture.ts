/** Milliseconds after which a frame that does not come (a window out of sight) is waited for no more. */
const SANS_TRAME = 100

/**
 * Calls back once the browser has painted what has changed so far: what nobody sees at once need not hold the picture up.
 * Where nothing is painted — no window, or one that is hidden —, at once.
 * @returns the function that calls it off
 */
export function afterPaint(callback: () => void): () => void {
  if (typeof requestAnimationFrame === 'undefined' || document.visibilityState === 'hidden') {
    callback()
    return () => undefined
  }
  let minuterie = setTimeout(callback, SANS_TRAME)
  // A frame's callbacks come before its painting, a task after it.
  const trame = requestAnimationFrame(() => {
    clearTimeout(minuterie)
    minuterie = setTimeout(callback)
  })
  return () => {
    cancelAnimationFrame(trame)
    clearTimeout(minuterie)
  }
}
