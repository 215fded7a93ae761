import { expect, test } from '@playwright/test'
import { ENCARTS } from '../../src/map/cadres'
import { open } from './panneaux-donnees'

test('the insets are in sight without scrolling, on a phone as in a meeting room', async ({ page }) => {
  await open(page, '')
  for (const [width, height] of [
    [390, 844],
    [1024, 768],
    [1440, 900]
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const { titre } of ENCARTS) {
      await expect(page.getByRole('img', { name: titre })).toBeInViewport({ ratio: 1 })
    }
  }
})
