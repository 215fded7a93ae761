import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** axe in the page alone: without it, each run opens a window more to put together what the frames found, and there are none. */
export const axeOf = (page: Page) => new AxeBuilder({ page }).setLegacyMode()
