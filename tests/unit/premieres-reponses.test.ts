import { expect, it } from 'vitest'
import { writePremieresReponses, type PremiereReponse } from '../../src/app/premieresReponses'
import { answerTerritoire } from '../../src/domain/texte/reponse'
import { INSTANTANE } from './fichiers'

const { territoires: TERRITOIRES } = INSTANTANE
const DONNEES = /^<script type="application\/json" id="fne-reponses">(.*)<\/script>$/s
const read = (html: string): Record<string, PremiereReponse> =>
  JSON.parse(DONNEES.exec(html)?.[1] ?? 'null') as Record<string, PremiereReponse>

it('the page carries the sheet’s own sentence about each territory of the picture', () => {
  const reponses = read(writePremieresReponses({ territoires: TERRITOIRES }))
  expect(Object.keys(reponses)).toHaveLength(TERRITOIRES.length)
  for (const territoire of TERRITOIRES)
    expect(reponses[territoire.code]?.[2]).toBe(answerTerritoire(territoire))
  expect(reponses['45']?.slice(0, 2)).toEqual(['Loiret', 'Centre-Val de Loire'])
})

it('a name from a file does not end the element that carries it', () => {
  const [premier] = TERRITOIRES
  if (!premier) throw new Error('no territory')
  const html = writePremieresReponses({ territoires: [{ ...premier, code: '00', nom: '</script><b>' }] })
  expect(html.match(/</g)).toHaveLength(2)
  expect(read(html)['00']?.[0]).toBe('</script><b>')
})
