import { computeAvancement } from '../chiffres/avancement'
import type { ChiffresLus, Indicateur, Postes } from '../chiffres/chiffres'
import { formatNombre, formatPourcent, lowerFirst, typographier } from '../texte/francais'
import type { LigneReconciliation } from './ligne'

type Comptee = Pick<LigneReconciliation, 'cle' | 'libelle' | 'annonce' | 'compte' | 'verdict' | 'explication'>

/** The figures of the plan itself, which are about no territory: counted where the source gives what to count. */
export function listLignesPlan(chiffres: ChiffresLus): LigneReconciliation[] {
  const { engagements, indicateurs, postes } = chiffres
  return [
    ...(engagements ? [compareEngagements(engagements.annonce, engagements.liste.length)] : []),
    ...(indicateurs?.liste ?? []).flatMap(compareIndicateur),
    ...(postes ? [comparePostes(postes)] : []),
    ...listNonComptees(chiffres)
  ].map((ligne) => ({
    ...ligne,
    libelle: typographier(ligne.libelle),
    annonce: ligne.annonce === null ? null : typographier(ligne.annonce),
    ecarts: [],
    origines: null,
    carte: null
  }))
}

const compareEngagements = (annonce: number, compte: number): Comptee => ({
  cle: 'engagements',
  libelle: 'Engagements',
  annonce: formatNombre(annonce),
  compte: formatNombre(compte),
  verdict: annonce === compte ? 'concorde' : 'ecart',
  explication:
    annonce === compte
      ? 'La source en donne autant qu’elle en annonce.'
      : `La source en annonce ${formatNombre(annonce)} et en donne ${formatNombre(compte)}.`
})

/** The stated progress towards each target, against the same fraction worked out from the stated values. */
function compareIndicateur({ id, titre, initiale, actuelle, cibles }: Indicateur): Comptee[] {
  return cibles.flatMap(({ annee, valeur, avancementAnnonce }): Comptee[] => {
    if (avancementAnnonce === null) return []
    const { brut, affiche } = computeAvancement(initiale.valeur, actuelle.valeur, valeur)
    const concorde = avancementAnnonce === Math.round(affiche * 100)
    const chemin = `de ${formatNombre(initiale.valeur)} à ${formatNombre(actuelle.valeur)}, pour une cible de ${formatNombre(valeur)}`
    return [
      {
        cle: `${id}-${annee}`,
        libelle: `${titre} : avancement vers la cible ${annee}`,
        annonce: `${avancementAnnonce} %`,
        compte: formatPourcent(affiche),
        verdict: concorde ? 'concorde' : 'ecart',
        explication:
          brut > 1
            ? `Compté depuis la valeur initiale, ${chemin} : la cible est dépassée (${formatPourcent(brut)} en valeur réelle).`
            : `Compté depuis la valeur initiale, ${chemin}.`
      }
    ]
  })
}

/** The sentence on two shares that do not make a whole; null where they do. */
export function explainParts({ pourvus, restants }: Postes): string | null {
  const somme = pourvus.valeur + restants.valeur
  return somme === 100
    ? null
    : typographier(
        `Les deux parts font ${formatNombre(somme)} % et non 100 % : elles sont montrées telles que la source les énonce.`
      )
}

function comparePostes(postes: Postes): Comptee {
  const { pourvus, restants } = postes
  const ecart = explainParts(postes)
  return {
    cle: 'postes-parts',
    libelle: 'Postes de conseillers numériques : part des postes pourvus et des postes restants',
    annonce: `${pourvus.texte} + ${restants.texte}`,
    compte: formatPourcent((pourvus.valeur + restants.valeur) / 100),
    verdict: ecart ? 'ecart' : 'concorde',
    explication: ecart ?? 'Les deux parts font 100 %.'
  }
}

/** Figures of which the source gives no detail to add up. */
function listNonComptees({ objectifs, financements, postes }: ChiffresLus): Comptee[] {
  const build = (cle: string, libelle: string, annonce: string): Comptee => ({
    cle,
    libelle,
    annonce,
    compte: null,
    verdict: 'non-compte',
    explication: ''
  })
  return [
    ...(postes ? [build(postes.attribues.id, postes.attribues.libelle, postes.attribues.texte)] : []),
    ...(objectifs?.liste ?? []).map(({ id, libelle, texte }) =>
      build(id, `Objectif ${objectifs?.annee} : ${lowerFirst(libelle)}`, texte)
    ),
    ...(financements?.liste ?? []).flatMap(({ id, nom, montant }) =>
      montant ? [build(id, nom, montant.texte)] : []
    )
  ]
}
