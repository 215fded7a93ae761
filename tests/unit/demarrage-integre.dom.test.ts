import { expect, it, vi } from 'vitest'
import { startIntegree } from '../../src/app/demarrageIntegre'
import { readFige } from '../fixtures/figes'

vi.mock('../../src/app/Integration.svelte', () => ({
  default: (ancre: ChildNode) => {
    ancre.before('à moitié')
    throw new Error('cassé exprès')
  }
}))

it('an embedded map that cannot be drawn leaves the picture of the page, which says so', async () => {
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
