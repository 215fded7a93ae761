import { TERRITOIRES } from '../../src/domain/territoire/referentiel'
import { avecFeuille, sansFeuille, sansGouvernance } from './panneaux-donnees'
import { readFige } from '../fixtures/figes'

export const CHIFFRES = JSON.parse(readFige('donnees/2024-12-06/chiffres.json'))
/** Spaces and apostrophes do not make another text. */
export const plain = (texte: string) =>
  texte
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .replace(/'/g, '’')
    .trim()

const listDates = (test: (etape: number) => boolean): string[] =>
  CHIFFRES.calendrier.dates
    .filter(({ etape }: { etape: number }) => test(etape))
    .map(({ texte }: { texte: string }) => texte)

/** What each scene has to say, from the files. */
export const DITS: Readonly<Record<string, readonly string[]>> = {
  ouverture: [
    ...[CHIFFRES.evenement.animatrice, ...CHIFFRES.evenement.intervenants].flatMap(({ nom, fonction }) => [
      nom,
      fonction
    ])
  ],
  plan: [
    ...CHIFFRES.feuilleDeRouteNationale.jalons.map(({ nom }: { nom: string }) => nom),
    ...CHIFFRES.objectifs.liste.map(({ texte }: { texte: string }) => texte)
  ],
  signataires: CHIFFRES.signataires.liste.map(({ nom }: { nom: string }) => nom),
  calendrier: listDates((etape) => etape < 4),
  'calendrier-financements': [...listDates((etape) => etape === 4), CHIFFRES.financements.echeance.texte],
  'gouvernances-manquantes': sansGouvernance.map(({ nom }) => nom)
}

type Figures = readonly (readonly [place: string, figures: readonly string[]])[]

/** Names of the bearers, and their number; the deck's own. */
const COPORTEURS: readonly { type: string; annonce: number }[] = CHIFFRES.gouvernances.coporteurs
const { postes, financements, feuillesDeRoute } = CHIFFRES
/** How each region stands; a territory without region stands alone. */
const REGIONS_INCOMPLETES = [...new Set(TERRITOIRES.map(({ code, region }) => region ?? code))]
  .map((cle) => {
    const membres = TERRITOIRES.filter(({ code, region }) => (region ?? code) === cle).map(({ code }) => code)
    const sans = sansFeuille.map(({ code }) => code).filter((code) => membres.includes(code))
    return { cle, total: membres.length, sans }
  })
  .filter(({ sans }) => sans.length > 0)

/** 'actuelle' as the slide writes it, and how far it is on the way to each target: the deck's own percentages. */
const listFiguresIndicateur = (cherche: string): Figures => {
  const { actuelle, cibles } = CHIFFRES.indicateurs.liste.find(({ id }: { id: string }) => id === cherche)
  return [
    ['.actuelle strong', [plain(actuelle.valeur.toLocaleString('fr-FR'))]],
    ...cibles.map(
      (cible: { annee: number; valeur: number; avancementAnnonce: number }) =>
        [
          `[data-cible="${cible.annee}"] > :is(span, strong)`,
          [
            plain(`Cible ${cible.annee} : ${cible.valeur.toLocaleString('fr-FR')}`),
            `${cible.avancementAnnonce} %`
          ]
        ] as const
    )
  ]
}

const readPostes = ({ texte, libelle }: { texte: string; libelle: string }) =>
  plain(`${texte} ${libelle.charAt(0).toLowerCase()}${libelle.slice(1)}`)

/** The figures of a scene, each where it is read: a figure beside another's name is wrong, too. */
export const FIGURES: Readonly<Record<string, Figures>> = {
  gouvernances: COPORTEURS.map(({ type, annonce }) => [`[data-type="${type}"] strong`, [String(annonce)]]),
  'feuilles-de-route': [
    ['[data-compte="remontees"] dd', [String(avecFeuille.length)]],
    ['[data-compte="manquantes"] dd', [String(sansFeuille.length)]],
    ['[data-compte="annoncees"] dd', [feuillesDeRoute.annoncees.texte]]
  ],
  'feuilles-par-region': REGIONS_INCOMPLETES.flatMap(({ cle, total, sans }) => [
    [`[data-region="${cle}"] strong`, total > 1 ? [`${total - sans.length} / ${total}`] : []],
    [`[data-region="${cle}"] span`, [sans.join(', ')]]
  ]),
  financements: financements.liste.map(
    ({ id, montant }: { id: string; montant: { texte: string } | null }) => [
      `[data-financement="${id}"] strong`,
      [plain(montant?.texte ?? 'La source ne donne pas de montant.')]
    ]
  ),
  accompagnements: listFiguresIndicateur('indicateur-accompagnements'),
  'aidants-formes': listFiguresIndicateur('indicateur-aidants-formes'),
  postes: [
    ['.attribues', [readPostes(postes.attribues)]],
    ['li', [postes.pourvus, postes.restants].map(readPostes)]
  ]
}
