import { Document, HeadingLevel, ImageRun, Packer, Paragraph, TextRun } from 'docx'
import type { CompteRendu } from '../../domain/seance/compteRendu'

/** The map of the minutes, and what it is called by those who do not see it. */
export interface ImageCompteRendu {
  readonly png: Uint8Array
  readonly largeur: number
  readonly hauteur: number
  readonly description: string
}

/** Pixels to the width of the text on A4 with its margins. */
const LARGEUR_TEXTE = 600
const POLICE = 'Arial'

/** The minutes as a Word document. @throws where the library or the memory gives up */
export async function writeDocx(
  { titre, date, sections, source }: CompteRendu,
  image: ImageCompteRendu | null
): Promise<Blob> {
  const document = new Document({
    title: titre,
    creator: 'Carte FNE',
    lastModifiedBy: 'Carte FNE',
    description: `Compte rendu, ${date}`,
    styles: { default: { document: { run: { font: POLICE, size: 22, language: { value: 'fr-FR' } } } } },
    sections: [
      {
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: [new TextRun({ text: titre, bold: true })]
          }),
          new Paragraph({ text: date, spacing: { after: 240 } }),
          ...sections.flatMap(({ titre, lignes }) => [
            new Paragraph({ heading: HeadingLevel.HEADING_1, text: titre }),
            ...lignes.map(
              ({ tete, suite }) =>
                new Paragraph({
                  spacing: { after: 120 },
                  children: [
                    ...(tete ? [new TextRun({ text: `${tete} `, bold: true })] : []),
                    ...suite
                      .split('\n')
                      .map((text, i) => new TextRun({ text, ...(i > 0 ? { break: 1 } : {}) }))
                  ]
                })
            )
          ]),
          ...(image
            ? [
                new Paragraph({
                  spacing: { before: 240 },
                  children: [
                    new ImageRun({
                      type: 'png',
                      data: image.png,
                      transformation: {
                        width: LARGEUR_TEXTE,
                        height: Math.round((LARGEUR_TEXTE * image.hauteur) / image.largeur)
                      },
                      altText: { name: 'Carte', title: 'Carte', description: image.description }
                    })
                  ]
                })
              ]
            : []),
          new Paragraph({ spacing: { before: 240 }, children: [new TextRun({ text: source, size: 18 })] })
        ]
      }
    ]
  })
  return Packer.toBlob(document)
}
