import { describe, expect, it } from 'vitest'
import {
  accord,
  foldNom,
  formatCompte,
  formatDate,
  formatDateCourte,
  formatListe,
  formatNombre,
  formatPourcent,
  lowerFirst,
  matchTexte,
  quote,
  typographier,
  upperFirst
} from '../../src/domain/texte/francais'
import { listGraphies, normaliser } from '../../src/domain/texte/normaliser'
import { formatProbleme } from '../../src/domain/texte/probleme'

describe('numbers and lists', () => {
  it('have the spaces of French, and two decimals at most', () => {
    expect(formatNombre(4_511_889)).toBe('4\u202F511\u202F889')
    expect(formatNombre(0.126)).toBe('0,13')
    expect(formatPourcent(0.6927)).toBe('69\u202F%')
    expect(formatPourcent(1.635)).toBe('164\u202F%')
    expect(formatPourcent(12.5)).toBe('1\u202F250\u202F%')
    expect(formatListe(['Ain', 'Allier', 'Aude'])).toBe('Ain, Allier et Aude')
    expect(formatListe([])).toBe('')
  })

  it('are plural from two on, below zero too', () => {
    expect([0, 1, 1.9, 2, -1, -2].map((n) => accord(n, 'mois', 'moiss'))).toEqual([
      'mois',
      'mois',
      'mois',
      'moiss',
      'mois',
      'moiss'
    ])
    expect(accord(2, 'territoire')).toBe('territoires')
    expect(formatCompte(1, 'territoire')).toBe('1\u00A0territoire')
    expect(formatCompte(36, 'territoire')).toBe('36\u00A0territoires')
    expect(formatCompte(2, 'autre moyen', 'autres moyens')).toBe('2\u00A0autres moyens')
  })
})

describe('dates', () => {
  it.each([
    ['2024-12-06', '6\u00A0décembre\u00A02024', '6\u00A0déc.\u00A02024'],
    ['2025-06-01', '1er\u00A0juin\u00A02025', '1er\u00A0juin\u00A02025'],
    ['2025-02-11', '11\u00A0février\u00A02025', '11\u00A0févr.\u00A02025'],
    ['2025-01-21', '21\u00A0janvier\u00A02025', '21\u00A0janv.\u00A02025'],
    ['bientôt', 'bientôt', 'bientôt'],
    ['', '', '']
  ])('%j', (iso, longue, courte) => {
    expect(formatDate(iso)).toBe(longue)
    expect(formatDateCourte(iso)).toBe(courte)
  })
})

describe('typography', () => {
  it('sets spaces and apostrophes, once and for all', () => {
    const texte = "L'échéance : 50 % ; vraiment ? oui ! 5 € de « l'aide »"
    const attendu =
      'L’échéance\u00A0: 50\u202F% ; vraiment\u202F? oui\u202F! 5\u202F€ de «\u00A0l’aide\u00A0»'.replace(
        ' ;',
        '\u202F;'
      )
    expect(typographier(texte)).toBe(attendu)
    expect(typographier(attendu)).toBe(attendu)
    expect(typographier('a\u00A0; b\u00A0:')).toBe('a\u202F; b\u00A0:')
    expect(typographier('10:30, a;b')).toBe('10:30, a;b')
    expect(quote('Morbihan')).toBe('«\u00A0Morbihan\u00A0»')
  })

  it('sets a word at the beginning of a line, or in one', () => {
    expect(lowerFirst('Même SI')).toBe('même SI')
    expect(upperFirst('épinglé Ici')).toBe('Épinglé Ici')
    expect([lowerFirst(''), upperFirst('')]).toEqual(['', ''])
  })
})

describe('one spelling for all', () => {
  it.each([
    ['L’Haÿ-les-Roses', 'l hay les roses'],
    ['Crèvecœur-en-Auge', 'crevecoeur en auge'],
    ['Ægidius', 'aegidius'],
    ['St-Dié', 'saint die'],
    ['Ste Anne, Stes Maries, Sts Pierre', 'sainte anne saintes maries saints pierre'],
    ['Astaffort est', 'astaffort est'],
    ['Fontenay s/s Bois', 'fontenay sous bois'],
    ['Fontenay s/ s Bois', 'fontenay sous bois'],
    ['Chalon s/Saône', 'chalon sur saone'],
    ['Chalon s/ Saône', 'chalon sur saone'],
    ['s/s', 'sous'],
    ['bus/tram', 'bus tram'],
    ['bus/s', 'bus s'],
    ['s/ sa', 'sur sa'],
    ['  Aix -- en\u00A0Provence ', 'aix en provence'],
    ['Un\nDeux', 'un\ndeux'],
    [' Un \n Deux ', 'un\ndeux'],
    ['é è', 'e e'],
    ['🗺️', '']
  ])('%j is %j', (texte, attendu) => {
    expect(normaliser(texte)).toBe(attendu)
  })

  it('leaves "st" at the end open: a saint, or the beginning of a word', () => {
    expect(listGraphies('Aix St')).toEqual(['aix saint', 'aix st'])
    expect(listGraphies('STE')).toEqual(['sainte', 'ste'])
    expect(listGraphies('les stes')).toEqual(['les saintes', 'les stes'])
    expect(listGraphies('les sts')).toEqual(['les saints', 'les sts'])
    expect(listGraphies('est')).toEqual(['est'])
    expect(listGraphies('st malo')).toEqual(['saint malo'])
    expect(listGraphies('')).toEqual([''])
  })

  it('is that of names, whatever their spaces', () => {
    expect(foldNom('Saint\n Denis')).toBe('saint denis')
    expect(foldNom("CÔTES  D'ARMOR")).toBe(foldNom('Côtes-d’Armor'))
  })

  it('matches the beginning of a word of any field', () => {
    const champs = ['41', 'Loir-et-Cher', 'Centre-Val de Loire']
    for (const texte of ['', 'loi', 'cher', 'et-ch', '41', 'VAL\u00A0 de', 'centre'])
      expect(matchTexte(champs, texte), texte).toBe(true)
    for (const texte of ['oir', '1', 'cherx', 'loire centre'])
      expect(matchTexte(champs, texte), texte).toBe(false)
    expect(matchTexte(['Strasbourg'], 'st')).toBe(true)
    expect(matchTexte(['Saint-Malo'], 'st')).toBe(true)
    expect(matchTexte([], '')).toBe(false)
  })
})

describe('a problem', () => {
  it.each([
    [{ ligne: 12, colonne: 3 }, 'a.csv, ligne 12, colonne 3\u00A0: quoi'],
    [{ ligne: 12, colonne: null }, 'a.csv, ligne 12\u00A0: quoi'],
    [{ ligne: null, colonne: 3 }, 'a.csv, colonne 3\u00A0: quoi'],
    [{ ligne: null, colonne: null }, 'a.csv\u00A0: quoi']
  ])('is told with its place: %o', (place, attendu) => {
    expect(formatProbleme({ fichier: 'a.csv', message: 'quoi', gravite: 'erreur', ...place })).toBe(attendu)
  })
})
