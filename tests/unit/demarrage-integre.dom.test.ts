import { expect, it, vi } from 'vitest'
import { startIntegree } from '../../src/app/demarrageIntegre'
import * as Integration from '../../src/app/Integration.svelte'
import { readFige } from '../fixtures/figes'

it('an embedded map that cannot be drawn leaves the picture of the page, which says so', async () => {
  const module: { default: unknown } = Integration
  vi.spyOn(module as { default: (ancre: ChildNode) => void }, 'default').mockImplementation((ancre) => {
    ancre.before('à moitié')
    throw new Error('cassé exprès')
  })
  const cible = document.body.appendChild(document.createElement('div'))
  cible.dataset['premiere'] = ''
  cible.innerHTML = '<p>La première carte</p>'
  const image = cible.firstChild
  await expect(startIntegree(cible, (chemin) => Promise.resolve(readFige(chemin)))).rejects.toThrow(
    'cassé exprès'
  )
  expect([...cible.childNodes]).toEqual([image])
  // Only of a first picture does index.html say that nobody came.
  expect(cible.dataset['premiere']).toBe('')
  cible.remove()
})
