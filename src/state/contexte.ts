import { createContext } from 'svelte'
import type { Depot } from '../data/depot'
import type { Atlas } from './atlas.svelte'

/** The atlas of the page, for every component below the application. */
export const [getAtlas, setAtlas] = createContext<Atlas>()
/** The snapshots kept on this machine. */
export const [getDepot, setDepot] = createContext<Depot>()
