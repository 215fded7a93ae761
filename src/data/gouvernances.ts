import type { Lecture, Probleme } from '../domain/texte/probleme'
import { findTerritoireRef, TERRITOIRES } from '../domain/territoire/referentiel'
import {
  ETATS_FEUILLE_DE_ROUTE,
  ETATS_GOUVERNANCE,
  ORIGINES,
  TYPES_COPORTEUR,
  type Territoire,
  type TypeCoporteur
} from '../domain/territoire/territoire'
import { COLONNES_GOUVERNANCES, foldEntete, NOMS_COLONNES, NOMS_OBLIGATOIRES } from './colonnes'
import { buildProbleme } from './constat'
import { parseCsv, type EnregistrementCsv } from './csv'
import { unescapeFormule } from './formules'
import { cleanNote, NOTE_MAX } from './note'
import { Reparations } from './reparations'
import { checkCellule } from './tableSchema'
import { foldNom, formatCompte, formatNombre, typographier } from '../domain/texte/francais'

/** The values that each column knows, where it knows only some. */
const VALEURS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['etat_gouvernance', ETATS_GOUVERNANCE],
  ['coporteurs', TYPES_COPORTEUR],
  ['coporteurs_origine', ORIGINES],
  ['feuille_de_route', ETATS_FEUILLE_DE_ROUTE]
])

/** So many rows with the name of another territory are no slips: the codes were moved without their rows. */
const NOMS_DEPLACES = 3

/** A file with more rows or columns than that is not ours: it is told so, and the rest is not examined. */
export const LIGNES_MAX = 1000
export const COLONNES_MAX = 100

type Report = (
  ligne: number | null,
  champ: string | null,
  valeur: string | null,
  message: string,
  gravite?: Probleme['gravite']
) => void

/**
 * Reads gouvernances.csv: one row a territory, columns in any order.
 * @returns the territories of all sound rows, sorted by code, and every problem with its line and column.
 * `valeur` is null when the text is no such file at all. Never throws.
 */
export function parseGouvernances(texte: string, fichier: string): Lecture<readonly Territoire[]> {
  // One more than is examined: the heading.
  const { enregistrements, guillemetOuvert, guillemetsMalPlaces, arret } = parseCsv(texte, {
    max: LIGNES_MAX + 1
  })
  const guillemets: [number, string][] = guillemetsMalPlaces.map((ligne) => [
    ligne,
    'Un guillemet est mal placé : mettre tout le texte de la cellule entre guillemets, et doubler ceux qu’il contient.'
  ])
  if (guillemetOuvert !== null) {
    guillemets.push([
      guillemetOuvert,
      'Un guillemet ouvert n’est jamais fermé : la fin du fichier est peut-être tronquée.'
    ])
  }
  const { valeur, problemes } = parseTableGouvernances(enregistrements, fichier, arret)
  // In a file that is none, quotes explain nothing.
  if (valeur === null) return { valeur, problemes }
  return {
    valeur,
    problemes: [
      ...guillemets.map(([ligne, message]) => buildProbleme(fichier, { ligne, message })),
      ...problemes
    ].sort(byPlace)
  }
}

const byPlace = (a: Probleme, b: Probleme) =>
  (a.ligne ?? Number.MAX_SAFE_INTEGER) - (b.ligne ?? Number.MAX_SAFE_INTEGER) ||
  (a.colonne ?? 0) - (b.colonne ?? 0)

/**
 * Reads the rows of a table of governances, from whichever kind of file they come; the first one is the heading.
 * @param arret line at which the rows were cut off because there are too many; null when all are there
 * @returns as {@link parseGouvernances}
 */
export function parseTableGouvernances(
  enregistrements: readonly EnregistrementCsv[],
  fichier: string,
  arret: number | null = null
): Lecture<readonly Territoire[]> {
  const problemes: Probleme[] = []
  const largeur = enregistrements[0]?.cellules.length ?? 0
  if (largeur > COLONNES_MAX) {
    const message = `La première ligne a ${formatNombre(largeur)} colonnes ; il en faut ${NOMS_COLONNES.length} : ${NOMS_COLONNES.join(', ')}.`
    return {
      valeur: null,
      problemes: [buildProbleme(fichier, { ligne: 1, message })]
    }
  }
  const entete = (enregistrements[0]?.cellules ?? []).map(foldEntete)
  const report: Report = (ligne, champ, valeur, message, gravite = 'erreur') => {
    const position = champ === null ? -1 : entete.indexOf(champ)
    problemes.push(
      buildProbleme(fichier, {
        ...(ligne === null ? {} : { ligne }),
        ...(position < 0 ? {} : { colonne: position + 1 }),
        ...(champ === null ? {} : { champ }),
        ...(valeur === null ? {} : { valeur }),
        message,
        gravite
      })
    )
  }

  const absentes = NOMS_OBLIGATOIRES.filter((nom) => !entete.includes(nom))
  if (absentes.length > 0) {
    report(
      enregistrements[0]?.ligne ?? 1,
      null,
      null,
      enregistrements.length === 0
        ? 'Le fichier est vide.'
        : absentes.length === NOMS_OBLIGATOIRES.length
          ? `Ce n’est pas un fichier de gouvernances : la première ligne doit nommer les colonnes ${NOMS_COLONNES.join(', ')}.`
          : `Il manque ${absentes.length > 1 ? 'les colonnes' : 'la colonne'} ${absentes.join(', ')} dans la première ligne.`
    )
    return { valeur: null, problemes }
  }
  const ligneEntete = enregistrements[0]?.ligne ?? 1
  for (const [index, nom] of entete.entries()) {
    if (nom !== '' && entete.indexOf(nom) !== index) {
      report(ligneEntete, nom, null, `La colonne « ${nom} » apparaît deux fois : en supprimer une.`)
    } else if (nom !== '' && !NOMS_COLONNES.includes(nom)) {
      report(
        ligneEntete,
        nom,
        null,
        `La colonne « ${abridge(nom)} » est inconnue : elle n’est pas lue.`,
        'avertissement'
      )
    }
  }
  if (arret !== null) {
    // Of the whole file: it comes before the problems of its lines, which may be thousands.
    report(
      ligneEntete,
      null,
      null,
      `Le fichier a plus de ${formatNombre(LIGNES_MAX)} lignes pour ${TERRITOIRES.length} territoires : à partir de la ligne ${formatNombre(arret)}, elles ne sont pas examinées.`
    )
  }

  const reparations = new Reparations()
  const territoires = new Map<string, Territoire>()
  const premieres = new Map<string, number>()
  for (const { ligne, cellules } of enregistrements.slice(1)) {
    const row = Object.fromEntries(
      NOMS_COLONNES.map((nom) => [
        nom,
        reparations.mend(nom, ligne, cellules[entete.indexOf(nom)] ?? '', VALEURS.get(nom) ?? null)
      ])
    )
    if (cellules.length < NOMS_OBLIGATOIRES.length) {
      report(ligne, null, null, `La ligne est incomplète : ${cellules.length} cellules sur ${entete.length}.`)
      if (row['code_territoire']) premieres.set(row['code_territoire'], ligne)
      continue
    }
    const enTrop = cellules.slice(entete.length).filter((cellule) => cellule.trim() !== '')
    if (enTrop.length > 0) {
      report(
        ligne,
        null,
        enTrop[0] ?? '',
        `La ligne a ${formatCompte(cellules.length, 'cellule')} pour ${formatCompte(entete.length, 'colonne')} : un texte qui contient le séparateur doit être entre guillemets.`
      )
    }
    mendCode(row, (champ, valeur, message) => report(ligne, champ, valeur, message, 'avertissement'))
    const territoire = parseLigne(row, (champ, valeur, message, gravite) =>
      report(ligne, champ, valeur, message, gravite)
    )
    const code = row['code_territoire'] ?? ''
    const premiere = premieres.get(code)
    if (code !== '' && premiere !== undefined) {
      report(
        ligne,
        'code_territoire',
        code,
        `Le code « ${code} » est déjà à la ligne ${premiere} : garder une seule des deux lignes.`
      )
      continue
    }
    premieres.set(code, ligne)
    if (territoire && enTrop.length === 0) territoires.set(code, territoire)
  }
  for (const { code, nom } of TERRITOIRES) {
    if (!premieres.has(code))
      report(null, null, null, `Le territoire ${code} (${nom}) n’a pas de ligne dans le fichier.`)
  }
  // Before what is told of how cells are written, which of a name may hold the name itself.
  const lus = gatherDeplaces(problemes.splice(0))
  for (const { champ, ligne, valeur, message } of reparations.list())
    report(ligne, champ, valeur, message, 'avertissement')
  return {
    valeur: [...territoires.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
    problemes: [...lus, ...problemes]
  }
}

const NOMS_TERRITOIRES = new Set(TERRITOIRES.map(({ nom }) => foldNom(nom)))

/**
 * Names that are those of other territories: one or two are a warning each, more of them one error. Whoever sorts the
 * codes without their rows gives every territory the governance of another.
 */
function gatherDeplaces(problemes: readonly Probleme[]): readonly Probleme[] {
  const deplaces = problemes.filter(
    ({ champ, valeur }) => champ === 'nom' && NOMS_TERRITOIRES.has(foldNom(valeur ?? ''))
  )
  const [premier] = deplaces
  if (!premier || deplaces.length < NOMS_DEPLACES) return problemes
  const message = `Dans ${formatCompte(deplaces.length, 'ligne')}, le code et le nom sont ceux de deux territoires différents (ici « ${premier.valeur ?? ''} ») : les codes ont sans doute été triés ou décalés sans le reste de leur ligne. Repartir de l’original.`
  return problemes.flatMap((probleme): Probleme[] => {
    if (probleme === premier) return [{ ...premier, message: typographier(message), gravite: 'erreur' }]
    return deplaces.includes(probleme) ? [] : [probleme]
  })
}

const includes = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value)

type ReportCellule = (champ: string, valeur: string, message: string, gravite?: Probleme['gravite']) => void

const VALEUR_MAX = 60

/** A value as a sentence can repeat it. */
const abridge = (valeur: string) => (valeur.length > VALEUR_MAX ? `${valeur.slice(0, VALEUR_MAX)}…` : valeur)

/** A spreadsheet takes codes for numbers: '01' becomes 1, at times '1,0'; and case is nobody's concern. */
function mendCode(row: Record<string, string>, report: ReportCellule): void {
  const ecrit = row['code_territoire'] ?? ''
  const entier = /^(\d+)[.,]0+$/.exec(ecrit)?.[1] ?? ecrit
  const code = (/^[1-9]$/.test(entier) ? `0${entier}` : entier).toUpperCase()
  if (code === ecrit || !findTerritoireRef(code)) return
  row['code_territoire'] = code
  report(
    'code_territoire',
    ecrit,
    `Le code « ${ecrit} » est lu « ${code} »${code.length === ecrit.length ? '' : ' : un tableur a pris le code pour un nombre'}.`
  )
}

/** One row as a territory, or null when something in it is wrong (all of it is reported). */
function parseLigne(row: Record<string, string>, report: ReportCellule): Territoire | null {
  let sound = true
  const fail: ReportCellule = (champ, valeur, message) => {
    sound = false
    report(champ, valeur, message)
  }
  const cell = (nom: string) => row[nom] ?? ''
  for (const champ of COLONNES_GOUVERNANCES) {
    // The two cells with several values are checked value by value below: a sentence a value helps more.
    if (champ.name === 'coporteurs' || champ.name === 'feuille_de_route') continue
    const message = checkCellule(champ, cell(champ.name))
    if (message === null) continue
    fail(champ.name, cell(champ.name), message)
  }

  const code = cell('code_territoire')
  const ref = findTerritoireRef(code)
  // A code that is none has been told above: the schema lists them.
  if (ref && cell('nom') !== '' && foldNom(cell('nom')) !== foldNom(ref.nom)) {
    report(
      'nom',
      cell('nom'),
      `Le code ${code} est celui ${ref.de} : le nom du fichier, « ${cell('nom')} », n’est pas repris.`,
      'avertissement'
    )
  }

  const coporteurs = splitValeurs(cell('coporteurs')).filter((valeur): valeur is TypeCoporteur => {
    if (includes(TYPES_COPORTEUR, valeur)) return true
    fail(
      'coporteurs',
      valeur,
      `« ${valeur} » n’est pas un type de coporteur : écrire ${TYPES_COPORTEUR.join(', ')} (plusieurs séparés par « | »).`
    )
    return false
  })
  if (new Set(coporteurs).size < coporteurs.length)
    fail('coporteurs', cell('coporteurs'), 'Un coporteur est cité deux fois dans la même cellule.')
  const etat = cell('etat_gouvernance')
  const origine = cell('coporteurs_origine')
  if (coporteurs.length > 0 && origine === '') {
    fail(
      'coporteurs_origine',
      '',
      `« coporteurs_origine » est vide alors qu’un coporteur est donné : écrire « source » ou « deduit ».`
    )
  }
  if (coporteurs.length === 0 && origine !== '' && sound) {
    fail(
      'coporteurs_origine',
      origine,
      `« coporteurs_origine » est renseigné sans coporteur : vider la cellule, ou donner le coporteur.`
    )
  }
  if (coporteurs.length === 0 && etat === 'remontee' && sound) {
    report('coporteurs', '', 'La gouvernance est remontée mais n’a pas de coporteur.', 'avertissement')
  }

  const note = cleanNote(unescapeFormule(cell('note')))
  if (note.texte.length > NOTE_MAX) {
    fail(
      'note',
      `${note.texte.slice(0, VALEUR_MAX)}…`,
      `La note a ${formatNombre(note.texte.length)} caractères : la ramener à ${formatNombre(NOTE_MAX)} au plus.`
    )
  }
  if (note.invisibles > 0) {
    report(
      'note',
      abridge(note.texte),
      `La note contient ${formatCompte(note.invisibles, 'caractère invisible', 'caractères invisibles')}, qui ${note.invisibles > 1 ? 'ne sont pas repris' : 'n’est pas repris'}.`,
      'avertissement'
    )
  }

  const feuilles = splitValeurs(cell('feuille_de_route'))
  if (feuilles.length === 0)
    fail(
      'feuille_de_route',
      '',
      `« feuille_de_route » est vide : écrire ${ETATS_FEUILLE_DE_ROUTE.join(' ou ')}.`
    )
  for (const valeur of feuilles) {
    if (!includes(ETATS_FEUILLE_DE_ROUTE, valeur)) {
      fail(
        'feuille_de_route',
        valeur,
        `« ${valeur} » n’est pas un état de feuille de route : écrire ${ETATS_FEUILLE_DE_ROUTE.join(', ')} (une valeur par feuille, séparées par « | »).`
      )
    }
  }
  if (!sound || !ref || !includes(ETATS_GOUVERNANCE, etat)) return null
  return {
    code,
    nom: ref.nom,
    region: ref.region,
    gouvernance: { etat, coporteurs, origine: includes(ORIGINES, origine) ? origine : null },
    feuillesDeRoute: feuilles
      .filter((v) => includes(ETATS_FEUILLE_DE_ROUTE, v))
      .map((valeur) => ({ etat: valeur })),
    note: note.texte
  }
}

const splitValeurs = (cellule: string) =>
  cellule
    .split('|')
    .map((valeur) => valeur.trim())
    .filter((valeur) => valeur !== '')
