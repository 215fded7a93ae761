import { takeExport } from '../../data/charger'
import { ErreurDepot, type Depot } from '../../data/depot'
import type { LectureImport } from '../../data/import/lire'
import { formatDate, quote } from '../../domain/texte/francais'
import type { Atlas } from '../../state/atlas.svelte'
import type { Vue } from '../../state/vue'
import { focusAfterUpdate } from '../../ui/focus'
import { buildGarde, type Choix } from './garde'

/** What was read, refused or done: it gets the focus when it appears. */
export const ID_RESULTAT = 'fne-import-resultat'
/** What opens the browser's own chooser of files. */
export const ID_FICHIERS = 'fne-fichiers'

const CHARGEMENT =
  'La lecture des fichiers n’a pas pu être chargée\u00A0: vérifier la connexion, recharger la page, puis recommencer.'
const ENCORE_LA = 'L’instantané est encore dans la liste.'

/** What was done last, and how to undo it; an undoing itself is only told. */
interface Fait {
  readonly message: string
  readonly retour: { readonly libelle: string; readonly undo: () => Promise<void> } | null
}

/**
 * The import that is going on: reading, preview, what was done last. It belongs to the page and not to the panel, which
 * may be left for another one and come back to.
 */
export class Importation {
  readonly #atlas: Atlas
  readonly #depot: Depot
  #arret: AbortController | null = null
  #fichiers: readonly File[] = []
  /** What is being done now; null when nothing is. */
  etape = $state<string | null>(null)
  lecture = $state.raw<LectureImport | null>(null)
  /** What the person says of the data in the preview. */
  choix = $state<Choix>({ date: '', titre: '' })
  fait = $state.raw<Fait | null>(null)
  avertissement = $state<string | null>(null)

  constructor(atlas: Atlas, depot: Depot) {
    this.#atlas = atlas
    this.#depot = depot
  }

  /**
   * Reads files; what was read before is let go. Never rejects.
   * @param feuille name of the sheet to be read in a workbook; null for the one that is meant
   */
  async open(fichiers: readonly File[], feuille: string | null = null): Promise<void> {
    this.#arret?.abort()
    this.#fichiers = fichiers
    const ici = (this.#arret = new AbortController())
    this.lecture = null
    this.fait = null
    this.avertissement = null
    this.etape = 'Ouverture du fichier'
    try {
      const runImport = await takeExport(import('../../data/import/lancer'), 'runImport')
      const lue = await runImport(fichiers, (texte) => (this.etape = texte), ici.signal, feuille)
      if (ici.signal.aborted) return
      const { aujourdhui } = this.#atlas
      this.choix = { date: aujourdhui, titre: `Import du ${formatDate(aujourdhui)}` }
      this.lecture = lue
    } catch {
      if (ici.signal.aborted) return
      this.avertissement = CHARGEMENT
    }
    this.etape = null
    await focusAfterUpdate(ID_RESULTAT)
  }

  /** Reads another sheet of the same workbook. */
  openFeuille(feuille: string): Promise<void> {
    return this.open(this.#fichiers, feuille)
  }

  cancel(): void {
    this.#arret?.abort()
    this.etape = null
    this.lecture = null
    // The button that was pressed is gone: the next thing to do is to choose another file.
    void focusAfterUpdate(ID_FICHIERS)
  }

  /** Keeps what is in the preview, and shows it. */
  async accept(): Promise<void> {
    const { lecture } = this
    const atlas = this.#atlas
    if (!lecture?.territoires) return
    const { instantane, comparer } = atlas.vue
    // Taken at once: a second click must not import it twice.
    this.lecture = null
    const choix = { ...this.choix, titre: this.choix.titre.trim() || 'Sans titre' }
    const garde = await buildGarde(lecture, choix, atlas.entree, atlas.instantanes, this.#depot)
    await this.#change(
      () => this.#depot.save(garde),
      'Les données importées restent affichées, mais elles seront perdues à la fermeture de cette page.'
    )
    atlas.navigation.go({ instantane: garde.cle, comparer: null })
    await this.#tell(`Les données locales ${quote(garde.titre)} sont affichées.`, {
      libelle: 'Annuler l’import',
      undo: async () => {
        this.#leave(garde.cle, { instantane, comparer })
        await this.#change(() => this.#depot.remove(garde.cle), ENCORE_LA)
        await this.#tell(`L’import ${quote(garde.titre)} est annulé.`)
      }
    })
  }

  /** Removes a snapshot kept on this machine. */
  async remove(cle: string, titre: string): Promise<void> {
    const atlas = this.#atlas
    const { instantane, comparer } = atlas.vue
    this.#leave(cle, { instantane: null, comparer: null })
    const garde = await this.#depot.read(cle).catch(() => undefined)
    await this.#change(() => this.#depot.remove(cle), ENCORE_LA)
    if (!garde) return
    await this.#tell(`Les données locales ${quote(titre)} sont supprimées.`, {
      libelle: 'Rétablir',
      undo: async () => {
        await this.#change(
          () => this.#depot.save(garde),
          'Elles ne sont rétablies que jusqu’à la fermeture de cette page.'
        )
        if (instantane === cle || comparer === cle) atlas.navigation.go({ instantane, comparer })
        await this.#tell(`Les données locales ${quote(titre)} sont rétablies.`)
      }
    })
  }

  /** Shows something else wherever that snapshot is shown; the rest of the view, which may have changed since, stays. */
  #leave(cle: string, avant: Pick<Vue, 'instantane' | 'comparer'>): void {
    const { vue, navigation } = this.#atlas
    if (vue.instantane === cle) navigation.go(avant)
    else if (vue.comparer === cle) navigation.go({ comparer: null })
  }

  /** Runs a change of what is kept; a storage that refuses is told, and what was imported stays for this page. */
  async #change(action: () => Promise<unknown>, suite: string): Promise<void> {
    try {
      await action()
      this.avertissement = null
    } catch (erreur) {
      if (!(erreur instanceof ErreurDepot)) throw erreur
      this.avertissement = `${erreur.message} ${suite}`
    }
    await this.#atlas.listLocaux()
  }

  /** Says what was done, where the button stood that did it. */
  async #tell(message: string, retour: Fait['retour'] = null): Promise<void> {
    this.fait = { message, retour }
    await focusAfterUpdate(ID_RESULTAT)
  }
}

const ouvertes = new WeakMap<Atlas, Importation>()

/** The import of this page. */
export function getImportation(atlas: Atlas, depot: Depot): Importation {
  const connue = ouvertes.get(atlas)
  if (connue) return connue
  const nouvelle = new Importation(atlas, depot)
  ouvertes.set(atlas, nouvelle)
  return nouvelle
}
