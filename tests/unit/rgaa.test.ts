import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  BILAN_RGAA,
  DATE_VERIFICATION,
  NON_CONFORMITES,
  NON_VERIFIES
} from '../../src/app/informations/conformite'

/** How many criteria each of the thirteen themes of the RGAA 4.1.2 has: 106. */
const THEMES = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12]
const CRITERES = THEMES.flatMap((nombre, i) => Array.from({ length: nombre }, (_, j) => `${i + 1}.${j + 1}`))

const page = readFileSync('docs/accessibilite.md', 'utf8')
const lignes = page
  .split('\n')
  .filter((ligne) => /^\| (?:WCAG )?\d/.test(ligne))
  .map((ligne) => {
    const [, critere = '', demande = '', resultat = '', comment = '', remarque = ''] = ligne
      .split('|')
      .map((cellule) => cellule.trim())
    return { critere, demande, resultat, comment, remarque }
  })
const rgaa = lignes.filter(({ critere }) => !critere.startsWith('WCAG'))
const listOf = (resultat: string) =>
  rgaa.filter((ligne) => ligne.resultat === resultat).map(({ critere }) => critere)

describe('docs/accessibilite.md', () => {
  it('holds each of the 106 criteria once, in order', () => {
    expect(CRITERES).toHaveLength(106)
    expect(rgaa.map(({ critere }) => critere)).toEqual(CRITERES)
  })

  it('gives each a result, and says how a result was come to', () => {
    for (const { critere, demande, resultat, comment, remarque } of lignes) {
      expect(['conforme', 'non conforme', 'non applicable', 'non vérifié'], critere).toContain(resultat)
      expect(demande, critere).not.toBe('')
      if (/^(?:non )?conforme$/.test(resultat)) expect(comment, critere).not.toBe('')
      if (/^non (?:conforme|vérifié)$/.test(resultat)) expect(remarque, critere).not.toBe('')
    }
  })

  it('names files that are there', () => {
    const nommes = [...page.matchAll(/`((?:src|tests|index)[/.][\w./-]+)`/g)].map(([, nom]) => nom ?? '')
    expect(nommes.length).toBeGreaterThan(60)
    expect(nommes.filter((nom) => !existsSync(nom))).toEqual([])
  })

  it('adds up, and says what the page of the app says', () => {
    const totaux = Object.fromEntries(
      [...page.matchAll(/^\| \**([a-zé -]+|Total)\** +\| \**(\d+)\** +\|$/gim)].map(([, nom, nombre]) => [
        nom?.trim(),
        Number(nombre)
      ])
    )
    expect(totaux).toEqual({
      conforme: listOf('conforme').length,
      'non conforme': listOf('non conforme').length,
      'non vérifié': listOf('non vérifié').length,
      'non applicable': listOf('non applicable').length,
      Total: 106
    })
    expect(BILAN_RGAA).toEqual({
      conformes: totaux['conforme'],
      nonConformes: totaux['non conforme'],
      nonVerifies: totaux['non vérifié'],
      nonApplicables: totaux['non applicable']
    })
    expect(NON_CONFORMITES.map(({ critere }) => critere)).toEqual(listOf('non conforme'))
    expect(NON_VERIFIES.flatMap(({ criteres }) => criteres)).toEqual(listOf('non vérifié'))
    expect(page).toContain(DATE_VERIFICATION)
  })
})
