import type { Bilan } from '../reconciliation/reconciliation'
import { nameTerritoire } from '../territoire/referentiel'
import type { LieuCite } from '../territoire/lieu'
import type { Instantane } from '../territoire/territoire'
import { computeFiabilite, LIBELLES_FIABILITE } from '../texte/fiabilite'
import { accord, FINE, formatCompte, formatDate, formatNombre, INSECABLE } from '../texte/francais'
import { citeSource, describeProvenance } from '../texte/provenance'
import { answerTerritoire } from '../texte/reponse'
import type { Note } from './carnet'

/** A line of the minutes: its first words stand out. */
interface LigneCompteRendu {
  readonly tete: string
  readonly suite: string
}

interface SectionCompteRendu {
  readonly titre: string
  readonly lignes: readonly LigneCompteRendu[]
}

/** The minutes of a round table, before they are a document or a text. */
export interface CompteRendu {
  readonly titre: string
  readonly date: string
  readonly sections: readonly SectionCompteRendu[]
  readonly source: string
}

export interface MatiereCompteRendu {
  readonly titre: string
  /** ISO date in Paris. */
  readonly aujourdhui: string
  /** The places named, in their order. */
  readonly lieux: readonly LieuCite[]
  /** Codes of the territories pinned. */
  readonly epingles: readonly string[]
  readonly notes: readonly Note[]
  readonly instantane: Instantane
  readonly bilan: Bilan
}

/** Puts the minutes together; a section without anything to say is left out. */
export function buildCompteRendu(matiere: MatiereCompteRendu): CompteRendu {
  const { titre, aujourdhui, lieux, epingles, notes, instantane, bilan } = matiere
  const parCode = new Map(instantane.territoires.map((territoire) => [territoire.code, territoire]))
  const answer = (code: string): string => {
    const territoire = parCode.get(code)
    return territoire
      ? `${answerTerritoire(territoire)} ${LIBELLES_FIABILITE[computeFiabilite(territoire)]}.`
      : `${nameTerritoire(code)} (${code})${INSECABLE}: aucune donnée.`
  }
  const write = (note: Note): LigneCompteRendu => ({
    tete: note.territoire === null ? '' : `${nameTerritoire(note.territoire)} (${note.territoire})`,
    suite: note.texte
  })
  const dites = new Set(lieux.flatMap(({ territoires }) => territoires))
  const sections: SectionCompteRendu[] = [
    {
      titre: 'Lieux cités',
      lignes: lieux.map(({ nom, territoires }, i) => ({
        tete: `${i + 1}. ${nom}`,
        suite: territoires.map(answer).join(' ')
      }))
    },
    {
      titre: 'Territoires épinglés',
      lignes: epingles
        .filter((code) => !dites.has(code))
        .map((code) => ({ tete: nameTerritoire(code), suite: answer(code) }))
    },
    { titre: 'Notes', lignes: notes.filter(({ question }) => !question).map(write) },
    { titre: 'Questions ouvertes', lignes: notes.filter(({ question }) => question).map(write) },
    { titre: 'Chiffres du jour', lignes: listChiffres(bilan) }
  ]
  return {
    titre,
    date: formatDate(aujourdhui),
    sections: sections.filter(({ lignes }) => lignes.length > 0),
    source: `${describeProvenance(instantane)} ${citeSource(instantane)}`
  }
}

/** What is counted in the data in view, with what the source announces where it differs. */
function listChiffres({
  territoires,
  gouvernances,
  feuillesDeRoute,
  coporteurs,
  contradictoires
}: Bilan): LigneCompteRendu[] {
  const deduits = Object.values(coporteurs).reduce((somme, { deduits }) => somme + deduits.length, 0)
  const annonce = (annonce: number | null, compte: number) =>
    annonce === null || annonce === compte ? '' : `${FINE}; la source en annonce ${formatNombre(annonce)}`
  const ligne = (nombre: number, singulier: string, pluriel: string, reste = ''): LigneCompteRendu => ({
    tete: formatNombre(nombre),
    suite: `${accord(nombre, singulier, pluriel)}${reste}.`
  })
  return [
    ligne(
      gouvernances.remontees,
      'gouvernance remontée',
      'gouvernances remontées',
      `, sur ${formatCompte(territoires, 'territoire')}${annonce(gouvernances.annonce, gouvernances.remontees)}`
    ),
    ligne(
      feuillesDeRoute.remontees,
      'territoire avec une feuille de route remontée',
      'territoires avec une feuille de route remontée',
      annonce(feuillesDeRoute.annonce, feuillesDeRoute.remontees)
    ),
    ligne(
      feuillesDeRoute.manquantes.length,
      'territoire sans feuille de route remontée',
      'territoires sans feuille de route remontée',
      `, dont ${formatNombre(feuillesDeRoute.dontSansGouvernance.length)} sans gouvernance remontée`
    ),
    ...(deduits > 0
      ? [ligne(deduits, 'coporteur déduit par élimination', 'coporteurs déduits par élimination')]
      : []),
    ...(contradictoires.length > 0
      ? [
          ligne(
            contradictoires.length,
            'territoire sur lequel la source se contredit',
            'territoires sur lesquels la source se contredit'
          )
        ]
      : [])
  ]
}

/** The minutes as text, for a mail. */
export function toTexte({ titre, date, sections, source }: CompteRendu): string {
  return [
    titre,
    date,
    ...sections.flatMap(({ titre, lignes }) => [
      '',
      titre.toLocaleUpperCase('fr'),
      ...lignes.map(({ tete, suite }) =>
        [tete, suite]
          .filter((partie) => partie !== '')
          .join(/^\d+(?:\s\d+)*$/.test(tete) ? ' ' : `${INSECABLE}: `)
      )
    ]),
    '',
    source
  ].join('\n')
}
