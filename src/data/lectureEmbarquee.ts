import { ErreurDeLecture, type LireTexte } from './lecture'

/**
 * A reader of the files that the page itself carries: one `<script type="text/plain" data-fichier="path">` a file,
 * gzip in base64. That is how the single-file app, opened from a disk, has them (scripts/portable.mjs).
 */
export function createLecteurEmbarque(page: Document): LireTexte {
  return async (chemin) => {
    const element = [...page.querySelectorAll<HTMLElement>('script[data-fichier]')].find(
      ({ dataset }) => dataset['fichier'] === chemin
    )
    if (!element) throw new ErreurDeLecture(chemin, 'Le fichier n’est pas dans cette page.', { absent: true })
    if (typeof DecompressionStream === 'undefined') {
      throw new ErreurDeLecture(chemin, 'Ce navigateur est trop ancien pour lire cette page.')
    }
    try {
      return await expand(element.textContent ?? '')
    } catch (cause) {
      throw new ErreurDeLecture(
        chemin,
        'Le fichier est endommagé\u202F: recopier la page depuis l’original.',
        {
          cause
        }
      )
    }
  }
}

async function expand(base64: string): Promise<string> {
  const octets = Uint8Array.from(atob(base64), (caractere) => caractere.charCodeAt(0))
  const flux = new Blob([octets]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(flux).text()
}
