import type { Page } from '@playwright/test'

/** WCAG 1.4.12: the spacing that a reader may ask for, as a style of the reader's own, which the page's policy leaves alone. */
export const spaceText = (page: Page) =>
  page.evaluate(() => {
    const style = new CSSStyleSheet()
    style.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'
    )
    document.adoptedStyleSheets = [style]
  })

/**
 * What cuts its own text: an element that hides what it has no room for, scrolls nowhere, and has words of its own. An
 * ellipsis is cut text, too.
 */
export const listCoupes = (page: Page) =>
  page.evaluate(() => {
    // A telephone's sheet lies partly below the window, and is drawn up: what it holds scrolls in it.
    const feuille = matchMedia('(max-width: 47.99em)').matches ? '.fne, .fne-panneau' : ':not(*)'
    return [...document.querySelectorAll('body *')].flatMap((element) => {
      if (element.matches(feuille)) return []
      if (!element.checkVisibility({ visibilityProperty: true })) return []
      const { overflowX, overflowY, clipPath, clip } = getComputedStyle(element)
      const cache = (mode: string) => mode === 'hidden' || mode === 'clip'
      // Kept for voices alone, or a drawing.
      if (
        clipPath !== 'none' ||
        clip !== 'auto' ||
        element instanceof SVGElement ||
        element.closest('.fne-scene')
      )
        return []
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element
      const coupe =
        (cache(overflowX) && scrollWidth > clientWidth + 1) ||
        (cache(overflowY) && scrollHeight > clientHeight + 1)
      return coupe && element.textContent.trim() !== ''
        ? [`${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 60)}`]
        : []
    })
  })
