/** The shades of the locator: far enough apart in lightness to be told from each other by any printer. */
export const TEINTES = { choisi: '#16164d', region: '#b9b9dc', ailleurs: '#f3f3f3' } as const
