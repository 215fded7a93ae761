import type { LireTexte } from '../data/lecture'
import { loadScenes } from '../data/scenes'
import { formatCompte, formatListe, INSECABLE, quote } from '../domain/texte/francais'
import { formatProbleme, type Probleme } from '../domain/texte/probleme'
import type { Scene } from '../domain/vue/scene'
import type { Atlas } from '../state/atlas.svelte'
import { keepsLieux, VUE_PAR_DEFAUT } from '../state/vue'
import { takeDepart } from './depart'
import { createReponses, fill, listInconnus } from '../domain/vue/jetons'
import { warnLien } from '../state/lienCarte'
import type { Pas } from './messages'
import type { Commande } from './touches'
import { completeVue, isEcartee, panneauOf, resumeDepart, vueOf } from './vueDeScene'

/** A territory or region of which the facts are open, or a place that lies in none. */
export type Question =
  | { readonly type: 'territoire' | 'region'; readonly code: string }
  | { readonly type: 'lieu' }

/**
 * A presentation going on: which scene, what is typed, whether the screen is blank. Where it is, is in the address bar;
 * a scene takes the place of the one before in the history, so that going back leaves the presentation at once.
 */
export class Diaporama {
  readonly #atlas: Atlas
  readonly #lire: LireTexte
  #lues = $state.raw<readonly Scene[] | null>(null)
  #problemes = $state.raw<readonly Probleme[]>([])
  /** The scene that the view was last made for. */
  #appliquee: Scene | null = null

  statut = $state<'chargement' | 'pret' | 'echec'>('chargement')
  noir = $state(false)
  /** The digits typed so far. */
  saisie = $state('')

  constructor(atlas: Atlas, lire: LireTexte) {
    this.#atlas = atlas
    this.#lire = lire
  }

  /** The scenes that are played. */
  scenes = $derived.by((): readonly Scene[] => this.#lues?.filter(({ masquee }) => !masquee) ?? [])
  /** From 1. */
  rang = $derived.by(() => Math.max(1, Math.min(this.#atlas.vue.scene, this.scenes.length)))
  scene = $derived.by((): Scene | null => this.scenes[this.rang - 1] ?? null)
  suivante = $derived.by((): Scene | null => this.scenes[this.rang] ?? null)
  #repondre = $derived.by(() =>
    createReponses({ territoires: this.#atlas.territoires, chiffres: this.#atlas.chiffres })
  )
  /** What somebody has asked about; null while the story is told. */
  question = $derived.by((): Question | null => {
    const { territoire, region, lieu } = this.#atlas.vue
    if (territoire !== null && territoire !== this.scene?.territoire)
      return { type: 'territoire', code: territoire }
    if (lieu.length > 0 && !keepsLieux(this.#atlas.vue)) return { type: 'lieu' }
    if (region !== null && region !== this.scene?.region) return { type: 'region', code: region }
    return null
  })
  /** True where somebody has filtered the map otherwise, or chosen another view of it, than the scene does. */
  ecarte = $derived.by((): boolean => {
    const { scene } = this
    return scene !== null && isEcartee(this.#atlas.vue, scene)
  })
  pas = $derived.by((): Pas => {
    const { question } = this
    return {
      scene: this.rang,
      noir: this.noir,
      territoire: question?.type === 'territoire' ? question.code : null,
      region: question?.type === 'region' ? question.code : null
    }
  })
  /** What is wrong, for the presenter; a French sentence each. */
  avis = $derived.by((): readonly string[] => [
    ...this.#problemes.map(formatProbleme),
    ...this.scenes.flatMap((scene) => {
      const noms = listInconnus(scene, this.#repondre).map((nom) => quote(`{${nom}}`))
      if (noms.length === 0) return []
      return [`Scène ${scene.id}${INSECABLE}: les données ne disent rien de ${formatListe(noms)}.`]
    }),
    ...this.#atlas.problemes.map(formatProbleme),
    ...this.#atlas.navigation.avertissements
  ])

  /** What only the presenter's window tells: nothing is wrong with the slides, and the room need not know. */
  avisOrateur = $derived.by((): readonly string[] => [
    ...this.scenes.flatMap((scene) => warnLien(scene, window.location.href) ?? []),
    ...this.avis
  ])

  /** The words of a scene with the figures of the data in view. */
  fill(texte: string): string {
    return fill(texte, this.#repondre)
  }

  /** Reads the scenes. Never rejects: what is wrong is in {@link avis}. */
  async load(): Promise<void> {
    this.statut = 'chargement'
    const { valeur, problemes } = await loadScenes(this.#lire)
    this.#lues = valeur
    this.#problemes = problemes
    this.statut = valeur ? 'pret' : 'echec'
  }

  /** Gives the map what the scene shows, where the link that led here does not say. */
  follow(): void {
    const { scene } = this
    if (!scene || this.#appliquee === scene) return
    this.#appliquee = scene
    const { navigation, vue } = this.#atlas
    if (vue.scene !== this.rang)
      navigation.warn(
        `Le lien demande la scène ${vue.scene}${INSECABLE}: il y a ${formatCompte(this.scenes.length, 'scène')}.`
      )
    navigation.go({ ...completeVue(vue, scene), scene: this.rang }, { replace: true })
  }

  /** Goes to a scene, or to the nearest that there is. */
  show(rang: number): void {
    const vise = Math.max(1, Math.min(rang, this.scenes.length))
    const scene = this.scenes[vise - 1]
    if (!scene) return
    this.#appliquee = scene
    // Places that were named stay as marks; one that was searched is the answer to a question.
    const lieu = keepsLieux(this.#atlas.vue) ? {} : { lieu: [] }
    this.#atlas.navigation.go({ ...vueOf(scene), ...lieu, scene: vise }, { retour: true })
    // From wherever the map was dragged: the link does not tell.
    this.#atlas.recadrer()
  }

  /** Back from a question to the scene as it was told. */
  resume(): void {
    this.show(this.rang)
  }

  execute(commande: Commande): void {
    switch (commande.type) {
      case 'suivante':
      case 'precedente':
        // Whoever has answered a question, or filtered the map, goes on where the story was.
        if (this.question || this.ecarte) this.resume()
        else this.show(this.rang + (commande.type === 'suivante' ? 1 : -1))
        break
      case 'premiere':
        this.show(1)
        break
      case 'derniere':
        this.show(this.scenes.length)
        break
      case 'aller':
        this.show(commande.scene)
        break
      case 'noir':
        this.noir = !this.noir
        break
      case 'plein-ecran':
        void toggleFullscreen()
        break
      case 'quitter':
        // Without scenes there is nothing to go back to.
        if ((this.question && this.scene) || this.ecarte) this.resume()
        else this.quit()
    }
  }

  /** Goes where the other window has gone. */
  join({ scene, noir, territoire, region }: Pas): void {
    this.noir = noir
    const demande = territoire ?? region
    if (scene !== this.rang || (demande === null && this.question)) this.show(scene)
    if (demande !== null)
      this.#atlas.navigation.go(territoire === null ? { territoire, region } : { territoire })
  }

  /** Back to where one stood, or from a pasted link to the view of the scene. */
  quit(): void {
    const { scene } = this
    const depart = takeDepart()
    const retour = depart
      ? resumeDepart(depart, this.#atlas.vue)
      : {
          ...(scene ? vueOf(scene) : {}),
          panneau: scene ? panneauOf(scene) : VUE_PAR_DEFAUT.panneau,
          mode: 'exploration' as const,
          scene: VUE_PAR_DEFAUT.scene
        }
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
    this.#atlas.navigation.go(retour, { retour: true })
  }
}

/** Refused by some browsers and in frames: the presentation goes on in its window. */
async function toggleFullscreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen()
    else await document.documentElement.requestFullscreen()
  } catch {
    // Nothing has changed, and that is seen.
  }
}
