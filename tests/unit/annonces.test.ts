import { readdirSync, readFileSync } from 'node:fs'
import { parse, type AST } from 'svelte/compiler'
import { describe, expect, it } from 'vitest'

/** What is there when the page is, or before the focus comes to what stands around it. */
const PERMIS: Readonly<Record<string, string>> = {
  'src/app/TeteLieu.svelte': 'says for a moment that a place is read: its heading gets the focus then',
  'src/app/informations/Informations.svelte': 'the same of a page of the dialog',
  'src/panels/cadre/CorpsPanneau.svelte': 'the same of a panel',
  'src/panels/tableau/TableauTerritoires.svelte': 'is there with its table, and says what is left of it later'
}

const isStatus = (noeud: AST.SvelteNode): noeud is AST.RegularElement =>
  noeud.type === 'RegularElement' &&
  noeud.attributes.some(
    (attribut) =>
      attribut.type === 'Attribute' &&
      ((attribut.name === 'role' && JSON.stringify(attribut.value).includes('"status"')) ||
        attribut.name === 'aria-live')
  )

/** True for an element with words of its own, which are there as soon as it is. */
const hasMots = ({ fragment }: AST.RegularElement): boolean =>
  fragment.nodes.some((enfant) =>
    enfant.type === 'Text' ? enfant.data.trim() !== '' : enfant.type === 'RegularElement' && hasMots(enfant)
  )

/** The live regions that come into the page together with what they are to say: with words, and within an `{#if}`. */
function listTardives(noeud: unknown, dansSi = false): string[] {
  if (Array.isArray(noeud)) return noeud.flatMap((enfant) => listTardives(enfant, dansSi))
  if (typeof noeud !== 'object' || noeud === null) return []
  const { type } = noeud as AST.SvelteNode
  if (type === 'RegularElement') {
    const element = noeud as AST.RegularElement
    if (isStatus(element)) return dansSi && hasMots(element) ? [element.name] : []
  }
  return Object.entries(noeud)
    .filter(([cle]) => cle !== 'metadata' && cle !== 'parent')
    .flatMap(([, enfant]) => listTardives(enfant, dansSi || type === 'IfBlock'))
}

describe('what a voice is to say', () => {
  const fichiers = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((nom) => nom.endsWith('.svelte'))
    .map((nom) => `src/${nom.replaceAll('\\', '/')}`)
  const tardives = fichiers.filter(
    (fichier) => listTardives(parse(readFileSync(fichier, 'utf8'), { modern: true }).fragment).length > 0
  )

  it('comes into a region that was there before: a new region is often not spoken', () => {
    expect(fichiers.length).toBeGreaterThan(100)
    expect(tardives.sort()).toEqual(Object.keys(PERMIS).sort())
  })
})
