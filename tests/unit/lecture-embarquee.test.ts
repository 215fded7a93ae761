import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ErreurDeLecture } from '../../src/data/lecture'
import { createLecteurEmbarque } from '../../src/data/lectureEmbarquee'

/** A page that carries files, as far as the reader looks at it. */
const pageWith = (fichiers: Record<string, string>) =>
  ({
    querySelectorAll: () =>
      Object.entries(fichiers).map(([fichier, textContent]) => ({ dataset: { fichier }, textContent }))
  }) as unknown as Document
const compress = (texte: string) => gzipSync(texte).toString('base64')

describe('the reader of embedded files', () => {
  it('gives back the text as it was, accents, script ends and all', async () => {
    const texte = '{"nom":"Saint-Étienne\u202F!","html":"</script><!--"}\n'
    const lire = createLecteurEmbarque(pageWith({ 'a.json': compress('{}'), 'b/c.json': compress(texte) }))
    expect(await lire('b/c.json')).toBe(texte)
  })

  it.each([
    ['absent', {}, 'n’est pas dans cette page'],
    ['not base64', { 'a.csv': '<p>' }, 'endommagé'],
    ['cut off', { 'a.csv': compress('code\n'.repeat(500)).slice(0, 20) }, 'endommagé']
  ])('tells in French which file is %s', async (_cas, fichiers, message) => {
    const erreur: unknown = await createLecteurEmbarque(pageWith(fichiers))('a.csv').catch((e: unknown) => e)
    expect(erreur).toBeInstanceOf(ErreurDeLecture)
    expect((erreur as ErreurDeLecture).probleme.fichier).toBe('a.csv')
    expect((erreur as ErreurDeLecture).message).toContain(message)
  })
})
