/**
 * What places are called that no table of INSEE names so: a short list, with its sources in
 * docs/decisions/0004-recherche.md. Under their normalised letters without spaces.
 */

/** INSEE code of the region: its letters in ISO 3166-2:FR, and the acronyms that it goes by. */
const REGIONS_USUELLES: readonly (readonly [code: string, noms: readonly string[]])[] = [
  ['11', ['idf']],
  ['24', ['cvl']],
  ['27', ['bfc']],
  ['32', ['hdf']],
  ['44', ['ges']],
  ['52', ['pdl']],
  ['75', ['naq']],
  ['76', ['occ']],
  ['84', ['aura', 'ara']],
  ['93', ['paca', 'pac']]
]

/** SIREN of the EPCI: the names and acronyms that it, or what it took over from, goes by. */
const EPCI_USUELS: readonly (readonly [siren: string, noms: readonly string[]])[] = [
  ['200046977', ['grand lyon', 'grandlyon']],
  ['200054781', ['mgp']],
  ['200054807', ['amp', 'ampm', 'amp metropole']],
  ['200093201', ['mel', 'lille metropole']],
  ['246700488', ['ems', 'strasbourg eurometropole', 'strasbourg metropole']],
  ['200030195', ['nca', 'nice metropole']],
  ['243300316', ['cub']],
  ['243400017', ['3m', 'montpellier metropole']],
  ['200023414', ['rouen metropole']],
  ['248300543', ['tpm', 'toulon metropole']],
  ['200040715', ['la metro', 'grenoble metropole']],
  ['245400676', ['nancy metropole']],
  ['246300701', ['clermont metropole']],
  ['200059889', ['gpseo']],
  ['200057974', ['gpso']]
]

const index = (liste: typeof REGIONS_USUELLES) =>
  new Map(liste.flatMap(([code, noms]) => noms.map((nom) => [nom.replaceAll(' ', ''), code] as const)))
const regions = index(REGIONS_USUELLES)
const epci = index(EPCI_USUELS)

/**
 * The place that goes by a name which is not its own.
 * @param lettres normalised, without spaces
 */
export function findUsuel(
  lettres: string
): { readonly type: 'region' | 'epci'; readonly code: string } | null {
  const region = regions.get(lettres)
  if (region !== undefined) return { type: 'region', code: region }
  const siren = epci.get(lettres)
  return siren === undefined ? null : { type: 'epci', code: siren }
}
