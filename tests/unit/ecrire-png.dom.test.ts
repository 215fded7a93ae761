import { expect, it, vi } from 'vitest'
import { writePng } from '../../src/export/ecrirePng'

it('asks for frames while the browser writes a picture, and for none afterwards: it writes between two of them', async () => {
  const toile = document.createElement('canvas')
  const ecrire = vi.spyOn(toile, 'toBlob').mockReturnValue()
  const images = new Map<number, FrameRequestCallback>()
  let rang = 0
  vi.stubGlobal('requestAnimationFrame', (image: FrameRequestCallback) => {
    images.set(++rang, image)
    return rang
  })
  vi.stubGlobal('cancelAnimationFrame', (numero: number) => images.delete(numero))
  const showFrame = () => {
    const dues = [...images.values()]
    images.clear()
    for (const image of dues) image(0)
    return dues.length
  }
  const png = writePng(toile)
  expect([showFrame(), showFrame(), showFrame()]).toEqual([1, 1, 1])
  ecrire.mock.calls[0]?.[0](new Blob(['png']))
  expect((await png).size).toBe(3)
  expect(showFrame()).toBe(0)

  const perdue = writePng(toile)
  ecrire.mock.calls[1]?.[0](null)
  await expect(perdue).rejects.toThrow()
  expect(showFrame()).toBe(0)
  vi.unstubAllGlobals()
})
