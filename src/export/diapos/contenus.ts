import { listAvancements } from '../../domain/chiffres/avancements'
import { groupSignataires } from '../../domain/chiffres/signataires'
import { listSansGouvernance, groupByRegion } from '../../domain/territoire/requetes'
import { nameRegion } from '../../domain/territoire/referentiel'
import { hasFeuilleDeRoute, TYPES_COPORTEUR } from '../../domain/territoire/territoire'
import { formatDateSource } from '../../domain/temps/dateSource'
import { describeEcheance } from '../../domain/temps/echeance'
import { buildLigneDeTemps } from '../../domain/temps/ligneDeTemps'
import {
  accord,
  FINE,
  formatCompte,
  formatListe,
  formatNombre,
  lowerFirst,
  quote,
  typographier
} from '../../domain/texte/francais'
import { LIBELLES_COPORTEUR, LIBELLES_ETAT_GOUVERNANCE } from '../../domain/texte/libelles'
import type { Contenu, Scene } from '../../domain/vue/scene'
import { buildLienCarte } from '../../state/lienCarte'
import type { Barre, Morceau } from './diapo'
import type { Matiere } from './donnees'

/** What a slide tells, before it has a place. */
export type Bloc =
  | { readonly genre: 'phrases'; readonly phrases: readonly (readonly Morceau[])[]; readonly puces?: boolean }
  | { readonly genre: 'intertitre'; readonly texte: string }
  | {
      readonly genre: 'tableau'
      readonly nom: string
      readonly tetes: readonly string[]
      readonly lignes: readonly (readonly string[])[]
      /** Of the columns, in parts of the whole. */
      readonly parts: readonly number[]
    }
  | {
      readonly genre: 'graphique'
      readonly nom: string
      readonly barres: readonly Barre[]
      readonly unite: 'nombre' | 'pourcent'
    }
  | { readonly genre: 'qr'; readonly texte: string }

const ACCENT = '#000091'
const GRIS = '#6a6a6a'
const fort = (texte: string): Morceau => ({ texte, gras: true })
const dit = (texte: string): Morceau => ({ texte })
const phrases = (...liste: (readonly Morceau[])[]): Bloc => ({ genre: 'phrases', phrases: liste })
const ILLISIBLE = phrases([dit('Ces données n’ont pas pu être lues.')])

/** What a scene tells beside its map: the same facts as its slide on the screen. */
export function listBlocs(scene: Scene, matiere: Matiere): readonly Bloc[] {
  const propres = (scene.texte ?? []).map((texte) => [dit(matiere.dire(texte))])
  return [
    ...(propres.length > 0 ? [phrases(...propres)] : []),
    ...(scene.contenu ? ECRIVAINS[scene.contenu](matiere, scene) : [])
  ]
}

const ECRIVAINS: Readonly<Record<Contenu, (matiere: Matiere, scene: Scene) => readonly Bloc[]>> = {
  evenement: ({ chiffres: { evenement } }) =>
    evenement
      ? [
          phrases([
            dit('Animatrice\u00A0: '),
            fort(evenement.animatrice.nom),
            dit(`, ${typographier(evenement.animatrice.fonction)}`)
          ]),
          tableau(
            'Intervenants',
            ['Intervenants', 'Fonction'],
            evenement.intervenants.map(({ nom, fonction }) => [nom, typographier(fonction)]),
            [0.35, 0.65]
          ),
          phrases([dit(`Lieu\u00A0: ${typographier(evenement.lieu.texte)}`)])
        ]
      : [ILLISIBLE],

  plan: ({ chiffres: { feuilleDeRouteNationale, objectifs } }) => [
    ...(feuilleDeRouteNationale
      ? [
          phrases(
            ...feuilleDeRouteNationale.jalons.map(({ annee, nom, sigle }) => [
              fort(String(annee)),
              dit(` ${typographier(nom)}${sigle ? `\u00A0(${sigle})` : ''}`)
            ])
          )
        ]
      : [ILLISIBLE]),
    ...(objectifs
      ? [
          tableau(
            'Objectifs',
            [typographier(objectifs.titre), ''],
            objectifs.liste.map(({ texte, libelle }) => [typographier(texte), typographier(libelle)]),
            [0.3, 0.7]
          )
        ]
      : [])
  ],

  signataires: ({ chiffres: { signataires } }) =>
    signataires
      ? [
          ...groupSignataires(signataires.liste).flatMap(([groupe, noms]): Bloc[] => [
            ...(groupe ? [{ genre: 'intertitre', texte: typographier(groupe) } as const] : []),
            { genre: 'phrases', phrases: [[dit(noms.map(typographier).join(' · '))]] }
          ]),
          ...(signataires.exhaustive
            ? []
            : [
                phrases([
                  dit(`La source termine sa liste par ${quote('etc.')}\u00A0: elle n’est pas complète.`)
                ])
              ])
        ]
      : [ILLISIBLE],

  engagements: ({ chiffres: { engagements } }, { elements = [] }) => {
    const axes = (engagements?.axes ?? []).filter(({ id }) => elements.includes(id))
    return axes.length === 0
      ? [ILLISIBLE]
      : axes.flatMap(({ id, numero, numeroOrigine, titre }): Bloc[] => [
          {
            genre: 'intertitre',
            texte: `Axe ${numero}${numeroOrigine === 'deduit' ? ' (numéro déduit de l’ordre)' : ''}\u00A0: ${typographier(titre)}`
          },
          tableau(
            `Engagements de l’axe ${numero}`,
            ['N°', 'Engagement'],
            (engagements?.liste ?? [])
              .filter(({ axe }) => axe === id)
              .map((engagement) => [String(engagement.numero), typographier(engagement.titre)]),
            [0.08, 0.92]
          )
        ])
  },

  calendrier: ({ chiffres: { calendrier, financements }, aujourdhui }, { elements }) => {
    if (!calendrier) return [ILLISIBLE]
    const etapes = new Set(
      calendrier.etapes.filter(({ id }) => elements?.includes(id)).map(({ numero }) => numero)
    )
    const points = buildLigneDeTemps(calendrier, financements, aujourdhui, null).filter(
      ({ genre, cle, etape }) =>
        genre !== 'aujourdhui' &&
        (!elements || elements.includes(cle) || (etape !== null && etapes.has(etape.numero)))
    )
    return [
      tableau(
        'Calendrier',
        ['Date', 'Ce qui est prévu', 'Étape'],
        points.map(({ date, texte, etape, genre, passe }) => [
          date,
          `${texte}${genre === 'echeance' && passe ? '\u00A0: échéance dépassée' : ''}`,
          etape ? `${etape.numero}. ${etape.titre}${etape.deduite ? ' (étape déduite)' : ''}` : ''
        ]),
        [0.2, 0.45, 0.35]
      )
    ]
  },

  coporteurs: ({ bilan, palette }) => {
    const lignes = TYPES_COPORTEUR.map((type) => {
      const { annonce, cites, deduits } = bilan.coporteurs[type]
      return { type, annonce, compte: cites.length + deduits.length, deduits: deduits.length }
    })
    const remarques = lignes.flatMap(({ type, annonce, compte, deduits }) => {
      const nom = LIBELLES_COPORTEUR[type]
      if (deduits > 0)
        return [
          `${nom}\u00A0: ${formatNombre(deduits)} sur la carte, ${accord(deduits, 'déduit')} par élimination.`
        ]
      return annonce !== null && annonce !== compte
        ? [`${nom}\u00A0: ${formatCompte(compte, 'nommé')} par la source.`]
        : []
    })
    const somme = bilan.sommeAnnoncee
    return [
      ...(lignes.every(({ annonce }) => annonce !== null)
        ? [{ genre: 'intertitre', texte: 'Ce que la source annonce' } as const]
        : []),
      graphique(
        'Coporteurs des gouvernances',
        lignes.map(({ type, annonce, compte }) => ({
          libelle: LIBELLES_COPORTEUR[type] + (annonce === null ? ' (compté)' : ''),
          valeur: annonce ?? compte,
          couleur: palette.coporteurs(type)
        }))
      ),
      phrases(
        ...remarques.map((texte) => [dit(texte)]),
        ...(somme !== null && somme > bilan.gouvernances.remontees
          ? [
              [
                dit(
                  `Somme\u00A0: ${formatNombre(somme)}, car une gouvernance peut avoir plusieurs coporteurs.`
                )
              ]
            ]
          : [])
      )
    ]
  },

  'gouvernances-manquantes': ({ instantane }) => [
    tableau(
      'Gouvernances non remontées',
      ['Territoire', 'Gouvernance'],
      listSansGouvernance(instantane).map(({ code, nom, gouvernance }) => [
        `${nom} (${code})`,
        LIBELLES_ETAT_GOUVERNANCE[gouvernance.etat]
      ]),
      [0.5, 0.5]
    )
  ],

  'feuilles-de-route': ({ bilan, chiffres: { feuillesDeRoute: source }, palette }) => {
    const { remontees, manquantes, dontSansGouvernance, annoncees } = bilan.feuillesDeRoute
    return [
      graphique('Feuilles de route', [
        { libelle: 'Feuilles de route remontées', valeur: remontees, couleur: palette.avecFeuille },
        {
          libelle: 'Territoires sans feuille de route remontée',
          valeur: manquantes.length,
          couleur: palette.sansFeuille
        },
        ...(annoncees === null
          ? []
          : [{ libelle: 'Feuilles de route annoncées', valeur: annoncees, couleur: GRIS }])
      ]),
      phrases(
        ...(source ? [[dit(`Remontées\u00A0: ${sansPoint(source.remontees.reserve)}.`)]] : []),
        [
          dit(
            `Sans feuille remontée\u00A0: ${formatNombre(manquantes.length - dontSansGouvernance.length)} avec une gouvernance remontée, ${formatNombre(dontSansGouvernance.length)} sans.`
          )
        ],
        ...(source
          ? [[dit(`La source précise\u00A0: ${quote(sansPoint(source.manquantes.reserve))}.`)]]
          : []),
        ...(annoncees === null
          ? []
          : [[dit('Annoncées\u00A0: un autre compte, un territoire peut en avoir plusieurs.')]])
      )
    ]
  },

  'feuilles-manquantes': ({ instantane }) => {
    const groupes = groupByRegion(instantane.territoires)
      .map(({ cle, region, territoires }) => ({
        horsRegion: region === null,
        nom: region === null ? (territoires[0]?.nom ?? cle) : nameRegion({ region }),
        total: territoires.length,
        remontees: territoires.filter(hasFeuilleDeRoute).length,
        sans: territoires.filter((territoire) => !hasFeuilleDeRoute(territoire)).map(({ code }) => code)
      }))
      .sort((a, b) => Number(a.horsRegion) - Number(b.horsRegion) || a.nom.localeCompare(b.nom, 'fr'))
    const completes = groupes.filter(({ sans }) => sans.length === 0)
    return [
      tableau(
        'Territoires sans feuille de route remontée, par région',
        ['Région', 'Remontées', 'Sans feuille de route remontée'],
        groupes
          .filter(({ sans }) => sans.length > 0)
          .map(({ nom, total, remontees, sans }) => [
            nom,
            `${formatNombre(remontees)}${FINE}/${FINE}${formatNombre(total)}`,
            sans.join(', ')
          ]),
        [0.34, 0.18, 0.48]
      ),
      ...(completes.length > 0
        ? [phrases([dit(`Rien ne manque\u00A0: ${formatListe(completes.map(({ nom }) => nom))}.`)])]
        : [])
    ]
  },

  financements: ({ chiffres: { financements }, aujourdhui, instantane }) => {
    if (!financements) return [ILLISIBLE]
    const echeance = describeEcheance(financements.echeance.date, aujourdhui, instantane.date)
    return [
      tableau(
        'Moyens mobilisés par l’État',
        ['Montant', 'Moyen', 'Objet'],
        financements.liste.map(({ nom, montant, objet }) => [
          montant ? typographier(montant.texte) : 'La source ne donne pas de montant.',
          typographier(nom),
          typographier(objet)
        ]),
        [0.22, 0.3, 0.48]
      ),
      phrases(
        [dit(typographier(financements.cumul.texte))],
        [
          fort(`${typographier(financements.echeance.texte)}\u00A0: ${echeance.date}. `),
          dit(echeance.message)
        ]
      )
    ]
  },

  indicateur: ({ chiffres: { indicateurs } }, { elements = [] }) => {
    const choisis = (indicateurs?.liste ?? []).filter(({ id }) => elements.includes(id))
    return choisis.length === 0
      ? [ILLISIBLE]
      : choisis.flatMap((indicateur): Bloc[] => {
          const { titre, initiale, actuelle, cibles, territoire, provenance } = indicateur
          return [
            phrases([
              fort(formatNombre(actuelle.valeur)),
              dit(` en ${formatDateSource(actuelle.date)}, ${territoire}`)
            ]),
            graphique(typographier(titre), [
              {
                libelle: `Valeur initiale, ${formatDateSource(initiale.date)}`,
                valeur: initiale.valeur,
                couleur: GRIS
              },
              {
                libelle: `Valeur actuelle, ${formatDateSource(actuelle.date)}`,
                valeur: actuelle.valeur,
                couleur: ACCENT
              },
              ...cibles.map(({ annee, valeur }) => ({
                libelle: `Cible ${annee}`,
                valeur,
                couleur: '#8585f6'
              }))
            ]),
            tableau(
              `Avancement\u00A0: ${typographier(titre)}`,
              ['Cible', 'Valeur visée', 'Avancement'],
              listAvancements(indicateur).map(({ cible, texte, reel, atteinte, ecart }) => [
                String(cible.annee),
                formatNombre(cible.valeur),
                [
                  texte,
                  ...(atteinte ? [reel ? `cible dépassée\u00A0: ${reel}` : 'cible atteinte'] : []),
                  ...(ecart ? [ecart] : [])
                ].join('\u202F; ')
              ]),
              [0.15, 0.25, 0.6]
            ),
            phrases([
              dit(
                `Avancement compté depuis la valeur initiale (${formatDateSource(initiale.date)}).${provenance ? ` Source\u00A0: ${typographier(provenance.texte)}.` : ''}`
              )
            ])
          ]
        })
  },

  postes: ({ chiffres: { postes } }) => {
    if (!postes) return [ILLISIBLE]
    const parts = [postes.pourvus, postes.restants]
    const somme = parts.reduce((total, { valeur }) => total + valeur, 0)
    return [
      phrases([
        fort(typographier(postes.attribues.texte)),
        dit(` ${lowerFirst(typographier(postes.attribues.libelle))}`)
      ]),
      {
        genre: 'graphique',
        nom: typographier(postes.titre),
        unite: 'pourcent',
        barres: parts.map(({ libelle, valeur }, i) => ({
          libelle: typographier(libelle),
          valeur,
          couleur: i === 0 ? ACCENT : GRIS
        }))
      },
      ...(somme === 100
        ? []
        : [
            phrases([
              dit(
                `Les deux parts font ${formatNombre(somme)}${FINE}%\u00A0: elles sont montrées telles que la source les énonce.`
              )
            ])
          ])
    ]
  },

  lien: ({ vue, page }, scene) => {
    const lien = buildLienCarte(scene, vue, page)
    return lien
      ? [phrases([fort(lien.texte)]), { genre: 'qr', texte: lien.adresse }]
      : [phrases([dit('La carte est un fichier\u00A0: il peut être copié et transmis.')])]
  }
}

/** A sentence of the source inside another one. */
const sansPoint = (texte: string) => lowerFirst(typographier(texte)).replace(/\.$/, '')

function tableau(
  nom: string,
  tetes: readonly string[],
  lignes: readonly (readonly string[])[],
  parts: readonly number[]
): Bloc {
  return { genre: 'tableau', nom, tetes, lignes, parts }
}

function graphique(nom: string, barres: readonly Barre[]): Bloc {
  return { genre: 'graphique', nom, barres, unite: 'nombre' }
}
