import { createContext } from 'svelte'
import type { Depot } from '../data/depot'
import type { LireTexte } from '../data/lecture'
import type { Atlas } from './atlas.svelte'

/** The atlas of the page, for every component below the application. */
export const [getAtlas, setAtlas] = createContext<Atlas>()
/** Reads the files of the app, for what is loaded when it is first needed. */
export const [getLire, setLire] = createContext<LireTexte>()
/** The snapshots kept on this machine. */
export const [getDepot, setDepot] = createContext<Depot>()
