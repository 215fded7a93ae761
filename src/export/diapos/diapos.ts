import { citeSource, describeProvenance } from '../../domain/texte/provenance'
import { formatNombre, quote } from '../../domain/texte/francais'
import type { Scene } from '../../domain/vue/scene'
import { isLegende } from '../../map/apparence/classesDeScene'
import { wrapTexte } from '../../ui/mesureTexte'
import { poseBloc } from './blocs'
import { drawCarte, fillApparence, marqueur, rectangle } from './carte'
import { listBlocs, type Bloc } from './contenus'
import {
  ALERTE,
  ENCRE,
  ENCRE_DOUCE,
  HAUTEUR,
  LARGEUR,
  type Diapo,
  type Element,
  type Place,
  type Texte
} from './diapo'
import { prepare, type DonneesDiapos, type Matiere } from './donnees'
import { readCarte, type CarteDeScene } from './sujet'

const MARGE = 44
/** Font sizes of what is told, in pixels: as large as all has its place. */
const [CORPS_TEXTE, CORPS_CARTE, CORPS_MIN, PAS] = [28, 19, 9, 0.96]

/** The slides one after the other, so that whoever writes them can say how far it is, and stop. */
export function* buildDiapos(donnees: DonneesDiapos): Generator<Diapo> {
  const matiere = prepare(donnees)
  for (const rang of donnees.scenes.keys()) {
    const scene = donnees.scenes[rang]
    if (scene) yield buildDiapo(scene, matiere, rang + 1)
  }
}

function buildDiapo(scene: Scene, matiere: Matiere, rang: number): Diapo {
  const titre = matiere.dire(scene.titre)
  const entete = composeEntete(titre, matiere, rang)
  const zone = {
    x: MARGE,
    y: entete.bas,
    largeur: LARGEUR - 2 * MARGE,
    hauteur: HAUTEUR - MARGE - 26 - entete.bas
  }
  const blocs = listBlocs(scene, matiere)
  const corps =
    scene.disposition === 'texte'
      ? fit(CORPS_TEXTE, zone, (corps) => stack(blocs, zone, corps))
      : composeCarte(scene, readCarte(scene, matiere), blocs, zone)
  return {
    id: scene.id,
    titre,
    elements: rename([...entete.elements, ...corps]),
    notes: scene.notes ? matiere.dire(scene.notes) : ''
  }
}

/** Map scenes: what is told and the legend on the left, the map, and all insets beside it. */
function composeCarte(scene: Scene, carte: CarteDeScene, blocs: readonly Bloc[], zone: Place): Element[] {
  const part = scene.disposition === 'moitie' ? 0.42 : 0.33
  const gauche = { ...zone, largeur: zone.largeur * part }
  const largeurEncarts = 172
  const droite = zone.x + zone.largeur - largeurEncarts
  const place = {
    x: gauche.x + gauche.largeur + 18,
    y: zone.y,
    largeur: droite - gauche.x - gauche.largeur - 36,
    hauteur: zone.hauteur
  }
  const [colonnes, rangs, espace] = [2, 4, 8]
  const [l, h] = [(largeurEncarts + espace) / colonnes, (zone.hauteur + espace) / rangs]
  const encarts = Array.from({ length: colonnes * rangs }, (_, i) => ({
    x: droite + (i % colonnes) * l,
    y: zone.y + Math.floor(i / colonnes) * h,
    largeur: l - espace,
    hauteur: h - espace
  }))
  const titreLegende = isLegende(scene) ? 'Sur la carte' : 'Légende'
  const recit = fit(CORPS_CARTE, gauche, (corps) => {
    const haut = stack(blocs, gauche, corps)
    const legende = composeLegende(
      carte,
      { ...gauche, y: haut.bas + corps * 0.4 },
      Math.min(corps, 18),
      titreLegende
    )
    return { elements: [...haut.elements, ...legende.elements], bas: legende.bas }
  })
  return [...recit, ...drawCarte(carte, place, encarts)]
}

interface Pose {
  readonly elements: readonly Element[]
  readonly bas: number
}

/** Makes letters smaller until all has its place. */
function fit(voulu: number, zone: Place, compose: (corps: number) => Pose): readonly Element[] {
  let corps = voulu
  let pose = compose(corps)
  while (pose.bas > zone.y + zone.hauteur && corps > CORPS_MIN) {
    corps *= PAS
    pose = compose(corps)
  }
  return pose.elements
}

function stack(blocs: readonly Bloc[], zone: Place, corps: number): Pose {
  let bas = zone.y
  const elements = blocs.flatMap((bloc, i) => {
    const pose = poseBloc(bloc, { ...zone, y: bas }, corps, i + 1)
    bas = pose.bas + (bloc.genre === 'intertitre' ? 0.2 : 0.6) * corps
    return pose.elements
  })
  return { elements, bas }
}

/** The classes that the scene leaves in colour, each a swatch that can be recoloured, with its count; then the patterns. */
function composeLegende({ classes, notes }: CarteDeScene, zone: Place, corps: number, titre: string): Pose {
  const elements: Element[] = []
  let y = zone.y
  const write = (nom: string, texte: string, place: Place, reste: Partial<Texte> = {}, gras = false) =>
    elements.push(ecrit(nom, texte, place, corps, reste, gras))
  if (classes.length > 0) {
    write('Titre de la légende', titre, { ...zone, y, hauteur: corps * 1.4 }, {}, true)
    y += corps * 1.5
  }
  for (const { cle, libelle, compte, apparence } of classes) {
    const largeur = zone.largeur - corps * 4.4
    const lignes = wrapTexte(libelle, corps, largeur).length
    const carre = { x: zone.x, y: y + corps * 0.15, largeur: corps * 1.5, hauteur: corps }
    elements.push(
      rectangle(`Légende\u00A0: ${libelle}`, carre, fillApparence(apparence), {
        couleur: ENCRE_DOUCE,
        epaisseur: 0.8
      })
    )
    if (apparence.contradiction)
      elements.push(
        ...marqueur(
          `Légende\u00A0: signe de contradiction`,
          carre.x + carre.largeur / 2,
          carre.y + carre.hauteur / 2,
          corps * 0.42
        )
      )
    const place = { x: zone.x + corps * 2, y, largeur, hauteur: lignes * corps * 1.22 }
    write(`Libellé ${cle}`, libelle, place)
    write(
      `Nombre ${cle}`,
      formatNombre(compte),
      { x: zone.x + zone.largeur - corps * 2.4, y, largeur: corps * 2.4, hauteur: corps * 1.3 },
      { alignement: 'droite' },
      true
    )
    y += lignes * corps * 1.22 + corps * 0.22
  }
  if (notes.length > 0) {
    const texte = `${notes.join('. ')}.`
    const lignes = wrapTexte(texte, corps * 0.85, zone.largeur).length
    elements.push(
      ecrit(
        'Lecture des motifs',
        texte,
        { ...zone, y, hauteur: lignes * corps * 1.05 },
        corps * 0.85,
        { couleur: ENCRE_DOUCE },
        false
      )
    )
    y += lignes * corps * 1.05
  }
  return { elements, bas: y }
}

function composeEntete(titre: string, { instantane, scenes }: Matiere, rang: number): Pose {
  const largeur = LARGEUR - 2 * MARGE
  let taille = 34
  while (taille > 30 && wrapTexte(titre, taille, largeur, true).length > 1) taille -= 1
  const lignes = wrapTexte(titre, taille, largeur, true).length
  const local =
    instantane.local === undefined
      ? ''
      : `Données locales ${quote(instantane.local)}, ni publiées ni vérifiées.`
  const hauteur = lignes * taille * 1.2
  const pied = { y: HAUTEUR - MARGE + 4, hauteur: 20 }
  const sources = `${describeProvenance(instantane)} ${citeSource(instantane)} Contours\u00A0: Natural Earth.`
  return {
    elements: [
      ecrit('Titre', titre, { x: MARGE, y: 30, largeur, hauteur }, taille, { role: 'titre' }, true),
      ...(local
        ? [
            ecrit(
              'Mention',
              local,
              { x: MARGE, y: 30 + hauteur, largeur, hauteur: 20 },
              15,
              { couleur: ALERTE },
              true
            )
          ]
        : []),
      ecrit(
        'Source',
        sources,
        { x: MARGE, ...pied, largeur: largeur - 80 },
        12,
        { couleur: ENCRE_DOUCE },
        false
      ),
      ecrit(
        'Numéro',
        `${rang}\u202F/\u202F${scenes.length}`,
        { x: LARGEUR - MARGE - 80, ...pied, largeur: 80 },
        12,
        { couleur: ENCRE_DOUCE, alignement: 'droite' },
        false
      )
    ],
    bas: 30 + hauteur + (local ? 24 : 0) + 14
  }
}

function ecrit(
  nom: string,
  texte: string,
  place: Place,
  taille: number,
  reste: Partial<Texte>,
  gras: boolean
): Texte {
  return {
    genre: 'texte',
    role: 'texte',
    nom,
    ...place,
    paragraphes: [{ morceaux: [{ texte, gras }] }],
    taille,
    couleur: ENCRE,
    alignement: 'gauche',
    ...reste
  }
}

/** Of two objects of a name the second is called otherwise: whoever scripts a slide finds each by its name. */
function rename(elements: readonly Element[]): Element[] {
  const vus = new Map<string, number>()
  return elements.map((element) => {
    const fois = (vus.get(element.nom) ?? 0) + 1
    vus.set(element.nom, fois)
    return fois === 1 ? element : { ...element, nom: `${element.nom} (${fois})` }
  })
}
