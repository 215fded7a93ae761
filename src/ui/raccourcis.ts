/** The keys of the app, as its panel of shortcuts lists them. A new key is one more line here. */
export interface Raccourci {
  /** Any of these keys, or keys pressed together joined by '+'. */
  readonly touches: readonly string[]
  readonly action: string
}

export const RACCOURCIS: readonly { readonly groupe: string; readonly raccourcis: readonly Raccourci[] }[] = [
  {
    groupe: 'Partout',
    raccourcis: [
      { touches: ['/'], action: 'Rechercher un lieu' },
      { touches: ['?'], action: 'Afficher les raccourcis' },
      { touches: ['Échap'], action: 'Fermer la fiche du territoire' }
    ]
  },
  {
    groupe: 'Dans la recherche',
    raccourcis: [
      { touches: ['↓', '↑'], action: 'Passer d’un lieu à l’autre' },
      { touches: ['Entrée'], action: 'Ouvrir le lieu choisi, le premier sinon' },
      { touches: ['Échap'], action: 'Fermer la liste, puis vider le champ' }
    ]
  },
  {
    groupe: 'Sur la carte',
    raccourcis: [
      { touches: ['←', '↑', '→', '↓'], action: 'Passer au territoire voisin, encarts compris' },
      { touches: ['Entrée'], action: 'Ouvrir la fiche du territoire' }
    ]
  },
  {
    groupe: 'Pour animer une table ronde',
    raccourcis: [
      { touches: ['G'], action: 'Garder les lieux cherchés sur la carte, ou ne plus les garder' },
      { touches: ['E'], action: 'Effacer les lieux cités' },
      { touches: ['L'], action: 'N’éclairer que les lieux, les épingles et le territoire choisi' },
      { touches: ['O'], action: 'Afficher en grand où nous sommes' },
      { touches: ['N'], action: 'Prendre une note, faire le compte rendu' },
      { touches: ['C'], action: 'La carte seule, ou avec son panneau' }
    ]
  },
  {
    groupe: 'En présentation',
    raccourcis: [
      { touches: ['→', 'Espace', 'Page suiv.'], action: 'Scène suivante, ou retour à la scène' },
      { touches: ['←', 'Page préc.'], action: 'Scène précédente' },
      { touches: ['Début', 'Fin'], action: 'Première ou dernière scène' },
      { touches: ['1…', 'Entrée'], action: 'Aller à une scène par son numéro' },
      { touches: ['B'], action: 'Écran noir, et toute touche le rallume' },
      { touches: ['F'], action: 'Plein écran' },
      { touches: ['Z'], action: 'Entourer le territoire visé, ou effacer le cercle' },
      { touches: ['Échap'], action: 'Fermer la fiche, puis quitter la présentation' }
    ]
  }
]
