import { flushSync, mount, unmount } from 'svelte'
import { expect, it } from 'vitest'
import Legende from '../../src/map/legende/Legende.svelte'
import type { ClasseLegende } from '../../src/map/apparence/classes'
import { plain } from '../../src/map/apparence/palette'

const classe = (cle: string, filtres: ClasseLegende['filtres']): ClasseLegende => ({
  cle,
  libelle: `Classe ${cle}`,
  court: cle,
  compte: 2,
  apparence: plain('#0b6e8c'),
  filtres
})

it('a class that filters is a button; a step of a scale is read with its count, and promises no click', () => {
  const target = document.createElement('div')
  const props = { classes: [classe('a', ['region']), classe('b', [])], titre: 'Euros par habitant' }
  const instance = mount(Legende, { target, props })
  flushSync()
  const [filtrante, lue] = ['a', 'b'].map((cle) => target.querySelector(`[data-classe='${cle}']`))
  expect(filtrante?.tagName).toBe('BUTTON')
  expect(lue?.tagName).not.toBe('BUTTON')
  // Where the class is written shorter, what is written comes first, and the whole name after it.
  expect(filtrante?.hasAttribute('aria-label')).toBe(false)
  const dits = [...(filtrante?.querySelectorAll('*') ?? [])].filter(({ children }) => children.length === 0)
  expect(dits.map(({ textContent }) => textContent?.trim()).filter(Boolean)).toEqual([
    'Classe a',
    'a',
    '2',
    'territoires',
    ': Classe a'
  ])
  expect(lue?.getAttribute('aria-label')).toMatch(/^Classe b, 2\sterritoires$/)
  expect(target.textContent).toContain('Euros par habitant')
  void unmount(instance)
})
