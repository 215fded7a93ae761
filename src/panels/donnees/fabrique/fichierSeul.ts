import { CHEMIN_INDEX } from '../../../data/instantanes'
import { createLecteurHttp, ErreurDeLecture, type LireTexte } from '../../../data/lecture'
import { embedFichiers, fillPremiere } from '../../../data/page'
import { decode, encode, importRendu, readHeberge } from './modele'
import type { DemandeFichier, Suivi } from './sortie'

/**
 * The whole app as one file with these snapshots, and its first picture drawn from them. Made from the page itself where
 * that is such a file, else from the one beside the hosted app.
 * @throws {ErreurDeLecture} where a file cannot be had; Error where the data cannot be drawn
 */
export async function makeFichierSeul(demande: DemandeFichier, { etape, pause }: Suivi): Promise<Blob> {
  etape('Lecture de l’application')
  const modele = demande.modele ?? (await readHeberge(createLecteurHttp(demande.base)))
  await pause()
  const fichiers = new Map([...modele.fichiers].filter(([chemin]) => !/^donnees\/\d{4}-/.test(chemin)))
  for (const [i, [chemin, texte]] of demande.textes.entries()) {
    etape(`Données\u00A0: fichier ${i + 1} sur ${demande.textes.length}`)
    fichiers.set(chemin, encode(texte))
    await pause()
  }
  fichiers.set(CHEMIN_INDEX, encode(JSON.stringify({ instantanes: demande.index }, null, 2)))
  const lire: LireTexte = async (chemin) => {
    const base64 = fichiers.get(chemin)
    if (base64 === undefined)
      throw new ErreurDeLecture(chemin, 'Le fichier n’est pas dans cette page.', { absent: true })
    await pause()
    return decode(base64)
  }
  etape('Dessin de la première image')
  const { renderPremiereVue } = await importRendu(modele, demande.base)
  // The rules that its elements need are in the page: they are of its layout, not of its data.
  const { html } = await renderPremiereVue(lire)
  etape('Écriture du fichier')
  await pause()
  const page = embedFichiers(fillPremiere(modele.page, html), fichiers)
  await pause()
  return new Blob([page], { type: 'text/html;charset=utf-8' })
}
