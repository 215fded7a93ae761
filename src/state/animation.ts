import { keepsLieux, LIEUX_MAX, type Animation, type Vue } from './vue'

/** The places with one more, the last one named; it is named once. */
export function addLieu(lieu: readonly string[], cle: string): readonly string[] {
  return [...lieu.filter((autre) => autre !== cle), cle].slice(-LIEUX_MAX)
}

/** What the view becomes when one of its helps to a round table is switched on or off. */
export function toggleAnimation(vue: Vue, animation: Animation): Partial<Vue> {
  if (animation === 'lieux') return keepsLieux(vue) ? forgetLieux(vue) : { animation: add(vue, 'lieux') }
  return vue.animation.includes(animation)
    ? { animation: vue.animation.filter((autre) => autre !== animation) }
    : { animation: add(vue, animation) }
}

/** Places are no longer kept, and those that were are gone: a single one would head a sheet that nobody asked for. */
const forgetLieux = (vue: Vue): Partial<Vue> => ({
  lieu: [],
  animation: vue.animation.filter((autre) => autre !== 'lieux')
})

const add = ({ animation }: Vue, nouvelle: Animation) => [...animation, nouvelle]

/** What the view becomes when the places named are cleared: those that are named next are kept as before. */
export function clearLieux(vue: Vue): Partial<Vue> {
  const { animation } = vue
  return {
    lieu: [],
    animation: keepsLieux(vue) && !animation.includes('lieux') ? add(vue, 'lieux') : animation
  }
}
