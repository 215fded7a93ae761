import type { Page } from '@playwright/test'

/**
 * What neither axe nor html-validate looks at in a page as it is, a line each, by the criterion of the RGAA: read in the
 * browser, in the tree that the program has made.
 */
export const listFautesStructure = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const fautes: string[] = []
    const say = (critere: string, faute: unknown) => fautes.push(`${critere} ${String(faute)}`)
    const seen = (selecteur: string) =>
      [...document.querySelectorAll<HTMLElement>(selecteur)].filter((element) =>
        element.checkVisibility({ visibilityProperty: true })
      )
    const words = (texte: string) => texte.replace(/\s+/g, ' ').trim()

    // 1.8: a text is a text; no picture of the page is made of points.
    for (const image of seen('img, canvas, input[type="image"], svg image')) say('1.8', image.outerHTML)
    // 5.4 to 5.7: tables have their title, and what their heads are of.
    for (const table of seen('table')) {
      if (words(table.querySelector('caption')?.textContent ?? '') === '') say('5.4', table.className)
      for (const tete of table.querySelectorAll('th'))
        if (!/^(?:row|col|rowgroup|colgroup)$/.test(tete.scope)) say('5.7', tete.outerHTML.slice(0, 80))
    }
    // 8.1, 8.3, 8.4
    if (document.doctype?.name !== 'html' || document.compatMode !== 'CSS1Compat')
      say('8.1', document.compatMode)
    if (document.documentElement.lang !== 'fr') say('8.3', document.documentElement.lang)
    // 8.9: no element for its looks alone.
    for (const seul of document.querySelectorAll(
      'center, font, big, strike, tt, u, br + br, table[role="presentation"]'
    ))
      say('8.9', seul.outerHTML.slice(0, 80))
    // What announces is there before its words are.
    for (const vide of seen('p:not([aria-live]), h1, h2, h3, h4, li, button, a'))
      if (words(vide.textContent) === '' && !vide.querySelector('svg, img') && !vide.ariaLabel && !vide.role)
        say('8.9', vide.outerHTML.slice(0, 80))
    // 9.4: what is within quotation marks as a paragraph of its own is a quotation.
    for (const paragraphe of document.querySelectorAll('p, li'))
      if (/^«[^»]*».?$/.test(words(paragraphe.textContent)) && !paragraphe.closest('blockquote, q'))
        say('9.4', paragraphe.textContent)
    // 10.2: words that only the styles write are written elsewhere, too.
    for (const element of document.querySelectorAll('body *'))
      for (const pseudo of ['::before', '::after']) {
        const { content, display } = getComputedStyle(element, pseudo)
        const texte = /^"(.*)"$/.exec(content)?.[1] ?? ''
        if (display === 'none' || !/[\p{L}\p{N}]/u.test(texte)) continue
        const noms = [element, ...element.querySelectorAll('[aria-label]')].map(
          ({ ariaLabel }) => ariaLabel ?? ''
        )
        const donnees = Object.values((element as HTMLElement).dataset)
        const ailleurs = [element.textContent, ...noms, ...donnees].join(' ')
        if (!ailleurs.toLowerCase().includes(texte.toLowerCase()))
          say('10.2', `${element.className} ${texte}`)
      }
    // 10.5: who sets one of the two sets the other.
    for (const racine of [document.querySelector('.fne, .orateur') ?? document.body]) {
      const { backgroundColor } = getComputedStyle(racine)
      const fond =
        backgroundColor === 'rgba(0, 0, 0, 0)'
          ? getComputedStyle(document.body).backgroundColor
          : backgroundColor
      if (fond === 'rgba(0, 0, 0, 0)') say('10.5', racine.className)
    }
    // 11.4: a label is beside its field; that of the search is the example in the field.
    for (const champ of seen(
      'input:not([type="file"], [type="search"], [role="combobox"]), select, textarea'
    )) {
      const { labels } = champ as HTMLInputElement
      const etiquette = labels?.[0]
      if (!etiquette || etiquette.contains(champ)) continue
      const [a, b] = [champ.getBoundingClientRect(), etiquette.getBoundingClientRect()]
      const dx = Math.max(0, b.left - a.right, a.left - b.right)
      const dy = Math.max(0, b.top - a.bottom, a.top - b.bottom)
      if (b.width > 1 && Math.hypot(dx, dy) > 24) say('11.4', words(etiquette.textContent))
    }
    // 13.1: nothing is loaded anew by itself.
    for (const meta of document.querySelectorAll('meta[http-equiv="refresh" i]')) say('13.1', meta.outerHTML)
    // 13.2: what opens another window says so.
    for (const lien of seen('a[target="_blank"]'))
      if (
        !/nouvelle fenêtre/.test(lien.title) &&
        !getComputedStyle(lien, '::after').maskImage.includes('url')
      )
        say('13.2', lien.outerHTML.slice(0, 80))
    // 13.7: nothing that goes on and on comes back more than three times a second.
    for (const animation of document.getAnimations()) {
      const { duration, iterations } = animation.effect?.getComputedTiming() ?? {}
      if (iterations !== 1 && Number(duration) < 334) say('13.7', duration)
    }
    return fautes
  })
