import { render } from 'svelte/server'
import { expect, it } from 'vitest'
import { PREFIXE_IMAGE } from '../../src/ui/ilots/ilots'
import AvecIlot from './composants/AvecIlot.svelte'
import { IMAGE, PROPS_IMAGE } from './image-ilots'

it('a part of the page that will come to life by itself is written with what the browser looks for in it', () => {
  expect(render(AvecIlot, { props: PROPS_IMAGE, idPrefix: PREFIXE_IMAGE }).body).toBe(IMAGE)
  // A drawing that is nobody's first picture has it like anything else.
  expect(render(AvecIlot, { props: PROPS_IMAGE }).body).toContain('<header class="titre"><p>Carte</p>')
})
