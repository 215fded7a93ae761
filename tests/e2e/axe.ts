import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axeCore from 'axe-core'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from '@playwright/test'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The map's drawing: its letters lie on outlines, and axe says of none of them what it stands out from. */
export const DESSIN = '.fne-scene svg'
/** What another theme of the same page can break. */
export const REGLES_DE_COULEUR = ['color-contrast', 'link-in-text-block']

/** Rows of a table are alike: a few of them are looked at. */
export const LIGNES_DE_PLUS = '.fne-defilant tbody tr:nth-child(n + 6)'
/** With the size of targets and what a voice command says, which axe does not look at unasked. */
export const AVEC_CIBLES: RunOptions = {
  rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } }
}

class Axe {
  readonly #page: Page
  readonly #dans: string[] = []
  readonly #sauf: string[] = []
  #options: RunOptions = {}

  constructor(page: Page) {
    this.#page = page
  }

  include(selecteur: string): this {
    this.#dans.push(selecteur)
    return this
  }

  exclude(selecteur: string): this {
    this.#sauf.push(selecteur)
    return this
  }

  withRules(regles: readonly string[]): this {
    this.#options = { runOnly: { type: 'rule', values: [...regles] } }
    if (regles.every((regle) => REGLES_DE_COULEUR.includes(regle))) this.exclude(DESSIN)
    return this
  }

  options(options: RunOptions): this {
    this.#options = options
    return this
  }

  /** With `incomplete`: of what axe could not conclude on, too. */
  async analyze(incomplete = false): Promise<Pick<AxeResults, 'violations' | 'incomplete'>> {
    const page = this.#page
    // Its source is half a megabyte: once for a document.
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE)
    const contexte = {
      ...(this.#dans.length > 0 && { include: this.#dans }),
      exclude: this.#sauf
    }
    return page.evaluate(
      async ([contexte, options, doutes]) => {
        const { axe } = window as unknown as { axe: typeof axeCore }
        const { violations, incomplete } = await axe.run(contexte, {
          ...options,
          resultTypes: doutes ? ['violations', 'incomplete'] : ['violations']
        })
        return { violations, incomplete: doutes ? incomplete : [] }
      },
      [contexte, this.#options, incomplete] as const
    )
  }
}

/**
 * axe-core in the page, as its authors' package for Playwright runs it, but brought there once for a document and asked
 * for violations alone: the app has one frame, and of what passes nothing is read.
 */
export const axeOf = (page: Page) => new Axe(page)
