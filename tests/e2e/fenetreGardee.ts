import type { Browser, BrowserContext, CDPSession, Disposable, Page, ViewportSize } from '@playwright/test'

/** What a window is opened with, of all that a test can ask for. */
export interface Reglages {
  readonly baseURL: string
  readonly viewport: ViewportSize | null
  readonly colorScheme: 'light' | 'dark' | 'no-preference' | null
  readonly contextOptions: { readonly reducedMotion?: 'reduce' | 'no-preference' | null }
  readonly [autre: string]: unknown
}

/** What a test listens to; Playwright's own ears are left alone. */
const DE_PAGE = [
  'console',
  'dialog',
  'download',
  'filechooser',
  'framenavigated',
  'load',
  'pageerror',
  'popup'
] as const
const DE_FENETRE = ['dialog', 'page', 'weberror'] as const
const DE_RESEAU = ['request', 'requestfailed', 'requestfinished', 'response'] as const
/** A clock that was set stays: the window is then not kept. */
const HORLOGE = ['install', 'pauseAt', 'setFixedTime', 'setSystemTime'] as const
/** All that a site leaves in a browser, but for its programs: whoever comes next gets the same ones. */
const LAISSE = 'cookies,local_storage,indexeddb,cache_storage,service_workers,file_systems'

/**
 * A window of a device that spares its network (Save-Data): it reads nothing ahead. What is read ahead costs each opening
 * a tenth of its processor time, and is of no use to a test that ends before it is asked for.
 */
async function openEconome(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext()
  await context.addInitScript(() => {
    const { connection } = navigator as { connection?: object }
    // An address that is not secure has none.
    if (connection) Object.defineProperty(connection, 'saveData', { value: true })
  })
  return context
}

/**
 * One window for the tests of a worker, emptied between them. Playwright keeps one too (`reuseContext`), and has it forget
 * the programs that it has read: to read and compile them anew was a third of what opening the map costs. What only a new
 * window is free of (a first visit, a clock) is left to one.
 */
export class FenetreGardee {
  #reglages: Reglages | null = null
  #context: BrowserContext | null = null
  /** The one that is kept: another, which it opened, is not told of here. */
  #page: Page | null = null
  #perdue = false
  readonly #origines = new Set<string>()
  readonly #scripts: Disposable[] = []
  readonly #sessions: CDPSession[] = []

  /** The kept window, or a new one where a test asks for another size, finger, language… */
  async open(browser: Browser, reglages: Reglages): Promise<BrowserContext> {
    if (JSON.stringify(this.#reglages) !== JSON.stringify(reglages)) await this.close()
    this.#reglages = reglages
    return (this.#context ??= this.#watch(await openEconome(browser)))
  }

  async close(): Promise<void> {
    const context = this.#context
    this.#context = null
    this.#page = null
    this.#perdue = false
    this.#scripts.length = 0
    this.#sessions.length = 0
    this.#origines.clear()
    await context?.close()
  }

  /** As it was before the test. What a test that failed has left, or one that refuses to be emptied, is closed. */
  async empty({ echec }: { echec: boolean }): Promise<void> {
    const context = this.#context
    const reglages = this.#reglages
    if (!context || !reglages) return
    if (echec || this.#perdue) return this.close()
    await this.#restore(context, reglages).catch(() => this.close())
  }

  async #restore(context: BrowserContext, reglages: Reglages): Promise<void> {
    const page = this.#page
    if (!page || page.isClosed()) throw new Error('closed by its test')
    const autres = context.pages().filter((autre) => autre !== page)
    await Promise.all(autres.map((autre) => autre.close()))
    for (const nom of [...DE_PAGE, ...DE_RESEAU]) page.removeAllListeners(nom)
    for (const nom of [...DE_FENETRE, ...DE_RESEAU]) context.removeAllListeners(nom)
    this.#follow(context)
    await Promise.all([
      context.unrouteAll({ behavior: 'ignoreErrors' }),
      page.unrouteAll({ behavior: 'ignoreErrors' }),
      context.setOffline(false),
      context.clearPermissions(),
      context.clearCookies(),
      ...this.#scripts.splice(0).map((script) => script.dispose()),
      ...this.#sessions.splice(0).map((session) => session.detach().catch(() => undefined))
    ])
    await this.#forget(page, reglages.baseURL)
    await page.goto('about:blank')
    await page.mouse.move(-1, -1)
    const { viewport, colorScheme, contextOptions } = reglages
    if (viewport) await page.setViewportSize(viewport)
    await page.emulateMedia({
      media: null,
      colorScheme,
      reducedMotion: contextOptions.reducedMotion ?? 'no-preference',
      forcedColors: 'none',
      contrast: 'no-preference'
    })
    const session = await context.newCDPSession(page)
    for (const origin of this.#origines)
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: LAISSE })
    await session.send('Page.resetNavigationHistory')
    this.#origines.clear()
  }

  /**
   * From a page of the same site that is none of the app's, which could write again; whoever opens the app next would else
   * read what its process still has at hand, until the browser has told it. Servers of one test alone are gone after it.
   */
  async #forget(page: Page, site: string): Promise<void> {
    if (!this.#origines.has(new URL(site).origin)) return
    await page.goto(new URL('/rien', site).href)
    await page.evaluate(() => {
      localStorage.clear()
      sessionStorage.clear()
    })
  }

  #watch(context: BrowserContext): BrowserContext {
    this.#follow(context)
    const addScript = context.addInitScript.bind(context)
    context.addInitScript = async (...args: Parameters<typeof addScript>) =>
      this.#keep(await addScript(...args))
    const newSession = context.newCDPSession.bind(context)
    context.newCDPSession = async (...args: Parameters<typeof newSession>) => {
      const session = await newSession(...args)
      this.#sessions.push(session)
      return session
    }
    for (const nom of HORLOGE) {
      const set = context.clock[nom].bind(context.clock) as (...args: unknown[]) => Promise<void>
      context.clock[nom] = (...args: unknown[]) => {
        this.#perdue = true
        return set(...args)
      }
    }
    return context
  }

  #keep(script: Disposable): Disposable {
    this.#scripts.push(script)
    return script
  }

  #follow(context: BrowserContext): void {
    const follow = (page: Page) => page.on('framenavigated', (frame) => void this.#note(frame.url()))
    context.on('page', follow)
    context.pages().forEach(follow)
  }

  #note(adresse: string): void {
    if (/^https?:/.test(adresse)) this.#origines.add(new URL(adresse).origin)
    else if (adresse.startsWith('file:')) this.#origines.add('file://')
  }

  /** The page of a window: of the kept one always the same. */
  async openPage(context: BrowserContext): Promise<Page> {
    if (context !== this.#context) return context.newPage()
    if (this.#page) return this.#page
    const page = await context.newPage()
    const addScript = page.addInitScript.bind(page)
    page.addInitScript = async (...args: Parameters<typeof addScript>) => this.#keep(await addScript(...args))
    return (this.#page = page)
  }
}
