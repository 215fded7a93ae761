/**
 * What the window of the tests lacks and every browser has: media queries, all of them false, and who watches sizes, which
 * never change where nothing is laid out.
 */
window.matchMedia = () => Object.assign(new EventTarget(), { matches: false }) as MediaQueryList
window.ResizeObserver ??= class implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
