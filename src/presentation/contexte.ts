import { createContext } from 'svelte'
import type { Diaporama } from './diaporama.svelte'

/** The presentation going on, for what draws its scenes. */
export const [getDiaporama, setDiaporama] = createContext<Diaporama>()
