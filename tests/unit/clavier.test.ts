import { describe, expect, it } from 'vitest'
import { directionOf } from '../../src/map/cadre/clavier'

const press = (key: string, touches: Partial<KeyboardEvent> = {}) =>
  directionOf({
    key,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    shiftKey: false,
    ...touches
  } as KeyboardEvent)

describe('the keys that go from a territory to its neighbour', () => {
  it('are the four arrows', () => {
    expect(['ArrowUp', 'ArrowDown', 'ArrowRight', 'ArrowLeft'].map((key) => press(key))).toEqual([
      'nord',
      'sud',
      'est',
      'ouest'
    ])
    for (const key of ['a', 'Enter', 'PageUp', '']) expect(press(key), key).toBeNull()
  })

  it.each(['ctrlKey', 'altKey', 'metaKey', 'shiftKey'] as const)('are the browser’s own with %s', (touche) =>
    expect(press('ArrowUp', { [touche]: true })).toBeNull()
  )
})
