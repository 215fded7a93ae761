import { createContext } from 'svelte'
import type { Atlas } from './atlas.svelte'

/** The atlas of the page, for every component below the application. */
export const [getAtlas, setAtlas] = createContext<Atlas>()
