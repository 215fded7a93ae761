/** Says where a place is: beside its name in the list of answers, and at the head of its sheet. */
import { formatCompte, formatListe, INSECABLE, quote } from '../domain/texte/francais'
import { findRegion, findTerritoireRef, TERRITOIRES } from '../domain/territoire/referentiel'
import type { IndexLieux } from './indexer'
import { nameNature, type FicheLieu, type Lieu } from '../domain/territoire/lieu'
import { listParCodePostal } from './codes'
import { findLieu } from './repertoire'

const SEPARATEUR = ' · '

/** Above, their number says more than their names. */
const DEPARTEMENTS_CITES = 3

/** Name of a department or collectivity, in the project or not. */
function nameDepartement({ repertoire }: IndexLieux, code: string): string {
  const territoire = findTerritoireRef(code === '977' ? '978' : code)
  const isCollectivite = (lieu: Lieu) => lieu.type === 'collectivite' && lieu.code === code
  return territoire?.nom ?? repertoire.territoires.find(isCollectivite)?.nom ?? code
}

function formatDepartements(index: IndexLieux, codes: readonly string[]): string {
  return codes.length > DEPARTEMENTS_CITES
    ? formatCompte(codes.length, 'département')
    : formatListe(codes.map((code) => `${nameDepartement(index, code)}${INSECABLE}(${code})`))
}

function formatPostaux(codes: readonly string[]): string | null {
  const premier = codes[0]
  const dernier = codes.at(-1)
  if (premier === undefined || dernier === undefined) return null
  return codes.length > 2 ? `${premier} à ${dernier}` : codes.join(' et ')
}

/** Each name once: Paris is also its department, Guadeloupe its region. */
const join = (parties: readonly (string | null)[]) =>
  [...new Set(parties)].filter((partie) => partie !== null).join(SEPARATEUR)

/** What tells a place from its homonyms: 'Loir-et-Cher (41) · 41000'. */
export function describePrecision(index: IndexLieux, lieu: Lieu): string {
  const departements = formatDepartements(index, lieu.departements)
  switch (lieu.type) {
    case 'commune':
    case 'arrondissement-municipal':
      return join([departements, formatPostaux(lieu.codesPostaux)])
    case 'commune-deleguee':
    case 'commune-associee': {
      const sorte = lieu.type === 'commune-deleguee' ? 'Commune déléguée' : 'Commune associée'
      return join([lieu.rattachement ? `${sorte} (${lieu.rattachement.nom})` : sorte, departements])
    }
    case 'epci':
    case 'ept':
      return join([nameNature(lieu.nature), departements])
    case 'departement': {
      const region = findTerritoireRef(lieu.code)?.region ?? null
      const nom = region === null ? null : (findRegion(region)?.nom ?? null)
      return region === null
        ? `Collectivité d’outre-mer${INSECABLE}(${lieu.code})`
        : join([`Département${INSECABLE}(${lieu.code})`, nom])
    }
    case 'region':
      return join(['Région', formatCompte(lieu.departements.length, 'département')])
    case 'collectivite':
      return `Outre-mer${INSECABLE}(${lieu.code})`
  }
}

function listAvertissements(
  index: IndexLieux,
  lieu: Lieu,
  departements: FicheLieu['departements']
): string[] {
  const groupement = lieu.type === 'epci' || lieu.type === 'ept' ? lieu : lieu.groupement
  const avertissements: string[] = []
  if (groupement && groupement.departements.length > 1) {
    const noms = formatListe(groupement.departements.map((code) => nameDepartement(index, code)))
    avertissements.push(
      `${groupement.nom} s’étend sur ${formatCompte(groupement.departements.length, 'département')}${INSECABLE}: ${noms}.`
    )
  }
  if (lieu.territoires.length === 0) {
    const noms = formatListe(departements.map(({ nom }) => quote(nom)))
    avertissements.push(
      `La source ne dit rien de ${noms}${INSECABLE}: ce territoire n’est pas l’un des ${TERRITOIRES.length} de la feuille de route France Numérique Ensemble.`
    )
  }
  if (lieu.territoires.includes('978')) {
    avertissements.push('La source compte Saint-Martin et Saint-Barthélemy comme un seul territoire.')
  }
  return avertissements
}

/** All that heads the sheet of a place, whatever its type. */
export function describeLieu(index: IndexLieux, lieu: Lieu): FicheLieu {
  const departements = lieu.departements.map((code) => ({
    code,
    nom: nameDepartement(index, code)
  }))
  const regions = [
    ...new Set(
      lieu.type === 'region' ? [lieu.code] : lieu.territoires.map((code) => findTerritoireRef(code)?.region)
    )
  ].flatMap((code) => (code ? (findRegion(code) ?? []) : []))
  const groupement = lieu.type === 'epci' || lieu.type === 'ept' ? lieu : lieu.groupement
  return {
    lieu,
    titre: join([
      lieu.nom,
      lieu.rattachement?.nom ?? null,
      lieu.groupement?.nom ?? null,
      lieu.type === 'region' ? null : formatListe(departements.map(({ nom }) => nom)),
      regions.length > 0 ? formatListe(regions.map(({ nom }) => nom)) : null
    ]),
    groupement,
    departements,
    regions: regions.map(({ code, nom }) => ({ code, nom })),
    territoires: lieu.territoires,
    avertissements: listAvertissements(index, lieu, departements)
  }
}

/**
 * The sheet's head for the place that a link names. Five digits are an INSEE code first, then a postal code: that of one
 * commune is the commune's, and that of several names none of them ({@link listCommunes}); and last the former INSEE
 * code of what a commune took in.
 * @param code value of `lieu=`: INSEE or postal code of a commune, SIREN of an EPCI, code of a department or collectivity
 * @returns undefined for a code that no place has, or several
 */
export function resolveLieu(index: IndexLieux, code: string): FicheLieu | undefined {
  const { repertoire } = index
  const postaux = listParCodePostal(index, code)
  const ancien = postaux.length === 0 ? repertoire.anciens.get(code.toUpperCase()) : undefined
  const lieu = findLieu(repertoire, ancien ?? code) ?? findSeul(postaux)
  return lieu && describeLieu(index, lieu)
}

const findSeul = (lieux: readonly Lieu[]) => (lieux.length === 1 ? lieux[0] : undefined)

/** The communes between which a postal code leaves the choice, biggest first; empty for one that names a place. */
export function listCommunes(index: IndexLieux, codePostal: string): FicheLieu[] {
  if (findLieu(index.repertoire, codePostal)) return []
  const communes = listParCodePostal(index, codePostal)
  return communes.length > 1 ? communes.map((lieu) => describeLieu(index, lieu)) : []
}
