import adresse from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'

/** Where MapLibre's worker is: a file of the app. */
export const findWorker = async (): Promise<string> => adresse
