import { afterAll, expect } from 'vitest'

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

// The files of tests have one window after the other: each of them finds the page empty, and at its address.
window.history.replaceState(null, '', '/')
afterAll(() => {
  const reste = document.body.innerHTML
  document.body.replaceChildren()
  for (const { name } of [...document.documentElement.attributes])
    document.documentElement.removeAttribute(name)
  window.localStorage.clear()
  window.sessionStorage.clear()
  expect(reste, 'what a file of tests has left in the page').toBe('')
})
