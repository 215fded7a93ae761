/** What the window of the tests lacks and every browser has: media queries, all of them false. */
window.matchMedia = () => Object.assign(new EventTarget(), { matches: false }) as MediaQueryList
