import type { Schema } from '@cfworker/json-schema'
import { describe, expect, it } from 'vitest'
import { completeAnciens } from '../../src/data/anciensChiffres'
import { findEnfant, isEntier, listProprietes, parseJson, parseNode } from '../../src/data/json'
import { createControle } from '../../src/data/jsonSchema'
import { createLecteurListe } from '../../src/data/listeJson'
import {
  embedFichiers,
  fillLus,
  fillPremiere,
  joinSquelette,
  listFichiers,
  splitSquelette
} from '../../src/data/page'
import { parseScenes } from '../../src/data/scenes'
import { buildContours } from '../../src/data/topologie'
import { TERRITOIRES } from '../../src/domain/territoire/referentiel'
import { plain } from './petit-instantane'

/** Each error of a text as 'line:column message'. */
const say = (texte: string) =>
  parseJson(texte).erreurs.map(({ ligne, colonne, message }) => `${ligne}:${colonne} ${message}`)

describe('a text that is no JSON', () => {
  it.each([
    ['', '1:1 Le fichier est vide.'],
    [' \n\t ', '1:1 Le fichier est vide.'],
    [
      ' <html>',
      '1:1 Ce n’est pas un fichier JSON mais une page web : le fichier est peut-être absent du serveur.'
    ],
    ['{"a": faux}', '1:7 Ce mot n’est pas compris : un texte s’écrit entre guillemets droits (").'],
    ['{"a": 1.}', '1:7 Ce nombre est mal écrit : pas d’espace, un point pour les décimales.'],
    [
      '{"a": 1,}',
      '1:9 Il manque un nom de champ entre guillemets droits, ou bien la virgule juste avant est de trop.'
    ],
    ['[1,]', '1:4 Il manque une valeur, ou bien la virgule juste avant est de trop.'],
    ['{"a" 1}', '1:6 Il manque « : » entre le nom du champ et sa valeur.'],
    ['[1 2]', '1:4 Il manque une virgule juste avant.'],
    ['{"a": 1', '1:8 Il manque une accolade fermante « } » : le fichier est peut-être tronqué.'],
    ['[1', '1:3 Il manque un crochet fermant « ] » : le fichier est peut-être tronqué.'],
    [
      '[1]\n[2]',
      '2:1 Il y a du texte de trop après la fin du document : une accolade est peut-être fermée trop tôt.'
    ],
    ['[1 // x\n]', '1:4 Les commentaires ne sont pas permis dans ce fichier : les supprimer.'],
    ['["a]', '1:2 Un guillemet ouvert n’est jamais fermé.'],
    ['["\\u12"]', '1:2 La suite « \\u » doit être suivie de quatre chiffres hexadécimaux.'],
    ['["\\x"]', '1:2 La barre oblique inverse « \\ » est mal employée : l’écrire « \\\\ ».'],
    [
      '["a\tb"]',
      '1:2 Un caractère interdit s’est glissé dans ce texte (tabulation ou caractère invisible) : le supprimer.'
    ]
  ])('%j', (texte, dit) => {
    expect(say(texte)[0]).toBe(dit)
  })

  it('is told once a line, in the order of the text, wherever lines end', () => {
    expect(say('[faux, vrai,\r\n1 2,\r\n3 4]').map((dit) => dit.split(' ')[0])).toEqual(['1:2', '2:3', '3:3'])
    expect(say('[1,\r2 3]')[0]).toMatch(/^2:3 /)
    expect(say('\uFEFF[1 2]')[0]).toMatch(/^1:4 /)
    expect(parseJson('\uFEFF[1]').texte).toBe('[1]')
    expect(parseJson('[1]').erreurs).toEqual([])
    expect(parseJson('[').racine).toBeDefined()
    expect(parseJson('').racine).toBeUndefined()
  })

  it('has its places counted from one', () => {
    const { locate } = parseJson('[1,\n2,\n\n3]')
    expect([0, 2, 3, 4, 6, 7, 8, 9].map((offset) => Object.values(locate(offset)).join(':'))).toEqual([
      '1:1',
      '1:3',
      '1:4',
      '2:1',
      '2:3',
      '3:1',
      '4:1',
      '4:2'
    ])
  })

  it('has parts that came whole', () => {
    const document = parseJson('{"a": [1, 2], "b": [3 4], "c": {}, "c": 5}')
    const { racine } = document
    expect(listProprietes(racine).map(({ cle }) => cle.value as unknown)).toEqual(['a', 'b', 'c', 'c'])
    expect(listProprietes(findEnfant(racine, 'a')?.valeur)).toEqual([])
    expect(listProprietes(undefined)).toEqual([])
    expect(findEnfant(racine, 'x')).toBeUndefined()
    expect(findEnfant(racine, 'c')?.valeur?.value, 'the last one').toBe(5)
    const [a, b] = ['a', 'b'].map((nom) => findEnfant(racine, nom)?.valeur)
    if (!a || !b || !racine) throw new Error('no such part')
    expect(findEnfant(a, '1')?.valeur?.value).toBe(2)
    expect(findEnfant(a, '2')).toBeUndefined()
    expect([a, b, racine].map((node) => isEntier(node, document))).toEqual([true, false, false])
    expect(parseNode(document.texte, a)).toEqual([1, 2])
    // A fault right at the end of a part may have cut it short.
    const coupe = parseJson('{"a": 12')
    const douze = findEnfant(coupe.racine, 'a')?.valeur
    expect(douze && isEntier(douze, coupe)).toBe(false)
    const avant = parseJson('{"a": 12 x, "b": 1}')
    const suivant = findEnfant(avant.racine, 'b')?.valeur
    expect(suivant && isEntier(suivant, avant)).toBe(true)
  })
})

describe('a document against its schema', () => {
  const schema: Schema = {
    type: 'object',
    required: ['n', 'liste'],
    additionalProperties: false,
    properties: {
      n: { type: 'integer', minimum: 1, maximum: 9 },
      m: { type: ['string', 'null'], minLength: 1, description: 'Il nomme.' },
      e: { enum: ['a', 'b', null] },
      p: { type: 'string', pattern: '^x', description: 'Comme « xy ».' },
      b: { type: 'boolean' },
      o: { $ref: '#/$defs/o' },
      'a/b~c': { type: 'number' },
      liste: {
        type: 'array',
        minItems: 1,
        items: { type: 'object', required: ['k', 'l'], properties: { k: { type: 'string' } } },
        description: 'Il en faut une.'
      }
    },
    $defs: { o: { type: 'object', properties: { q: { type: 'integer', minimum: 0 } } } }
  }
  const check = (texte: string) => {
    const { racine } = parseJson(texte)
    if (!racine) throw new Error('no JSON')
    return createControle(schema)(JSON.parse(texte), racine, texte).map(
      ({ chemin, offset, valeur, message }) => [chemin.join('/'), offset, valeur, plain(message)]
    )
  }
  const LISTE = '"liste": [{"k": "", "l": 1}]'

  it.each([
    [`{"n": 1, ${LISTE}, "m": null, "e": null, "p": "xa"}`, []],
    [`{"n": 0, ${LISTE}}`, [['n', 6, '0', '« 0 » est trop petit pour « n » : au moins 1.']]],
    [`{"n": 10, ${LISTE}}`, [['n', 6, '10', '« 10 » est trop grand pour « n » : au plus 9.']]],
    [`{"n": "1", ${LISTE}}`, [['n', 6, '"1"', '« n » doit être un nombre entier sans guillemets.']]],
    [`{"n": 1, ${LISTE}, "m": 2}`, [['m', 44, '2', '« m » doit être un texte entre guillemets ou null.']]],
    [`{"n": 1, ${LISTE}, "m": ""}`, [['m', 44, '""', '« m » est vide. Il nomme.']]],
    [
      `{"n": 1, ${LISTE}, "e": "c"}`,
      [['e', 44, '"c"', '« c » n’est pas permis pour « e » : écrire « a » ou « b » ou null.']]
    ],
    [
      `{"n": 1, ${LISTE}, "p": "yx"}`,
      [['p', 44, '"yx"', '« yx » n’a pas la forme attendue pour « p ». Comme « xy ».']]
    ],
    [`{"n": 1, ${LISTE}, "b": 0}`, [['b', 44, '0', '« b » doit être true ou false.']]],
    [`{"n": 1, ${LISTE}, "o": []}`, [['o', 44, undefined, '« o » doit être un objet entre accolades { }.']]],
    [
      `{"n": 1, ${LISTE}, "o": {"q": -1}}`,
      [['o/q', 50, '-1', '« -1 » est trop petit pour « q » : au moins 0.']]
    ],
    [
      `{"n": 1, ${LISTE}, "a/b~c": "x"}`,
      [['a/b~c', 48, '"x"', '« a/b~c » doit être un nombre sans guillemets.']]
    ],
    [
      `{"n": 1, ${LISTE}, "z": 1}`,
      [['z', 39, '1', 'Le champ « z » n’est pas prévu ici : corriger son nom ou le supprimer.']]
    ],
    ['{"n": 1, "liste": []}', [['liste', 18, undefined, 'La liste « liste » est vide. Il en faut une.']]],
    ['{"n": 1, "liste": 3}', [['liste', 18, '3', '« liste » doit être une liste entre crochets [ ].']]],
    [
      '{"n": 1, "liste": [{"k": "", "l": 1}, {"k": ""}]}',
      [['liste/1', 38, undefined, 'Il manque le champ « l » dans « liste ».']]
    ],
    [
      '{"n": 1, "liste": [{}]}',
      [['liste/0', 19, undefined, 'Il manque les champs « k » et « l » dans « liste ».']]
    ],
    ['{}', [['', 0, undefined, 'Il manque les champs « n » et « liste » dans « le document ».']]],
    ['[]', [['', 0, undefined, '« le document » doit être un objet entre accolades { }.']]]
  ])('%s', (texte, ecarts) => {
    expect(check(texte)).toEqual(ecarts)
  })

  it('repeats no value that is longer than a line', () => {
    // With its two quotation marks.
    const dire = (lettres: number) => check(`{"n": 1, ${LISTE}, "p": "${'z'.repeat(lettres)}"}`)[0]
    expect(dire(58)?.[2]).toBe(`"${'z'.repeat(58)}"`)
    const trop = dire(59)
    expect(trop?.slice(2)).toEqual([
      undefined,
      'Cette valeur n’a pas la forme attendue pour « p ». Comme « xy ».'
    ])
  })

  it('is left as it was', () => {
    const avant = JSON.stringify(schema)
    createControle(schema)
    expect(JSON.stringify(schema)).toBe(avant)
  })
})

describe('a file of one list', () => {
  const parse = createLecteurListe<{ n: number }>('noms', {
    type: 'object',
    required: ['n'],
    properties: { n: { type: 'integer', maximum: 5 } }
  })
  const read = (texte: string) => {
    const { valeur, problemes } = parse(texte, 'f.json')
    return [
      valeur,
      ...problemes.map(({ ligne, colonne, message }) => `${ligne}:${colonne} ${plain(message)}`)
    ]
  }
  it('keeps the items that are right, and tells the others in their order', () => {
    expect(read('{"noms": [{"n": 9},\n{"n": 1},\n{}]}')).toEqual([
      [{ n: 1 }],
      '1:17 « 9 » est trop grand pour « n » : au plus 5.',
      '3:1 Il manque le champ « n » dans « noms ».'
    ])
    expect(read('{"noms": [], "note": 3}')).toEqual([[]])
  })

  it('gives no list at all where there is none, or where the text is broken', () => {
    expect(read('{}')).toEqual([null, '1:1 Il manque le champ « noms » dans « le document ».'])
    expect(read('{"noms": 3}')).toEqual([null, '1:10 « noms » doit être une liste entre crochets [ ].'])
    expect(read('{"noms": [{"n": 1} {"n": 2}]}')).toEqual([null, '1:20 Il manque une virgule juste avant.'])
    expect(read('')).toEqual([null, '1:1 Le fichier est vide.'])
  })
})

describe('the file of scenes', () => {
  const read = (...scenes: unknown[]) => {
    const texte = `{"scenes": [\n${scenes.map((scene) => (typeof scene === 'string' ? scene : JSON.stringify(scene))).join(',\n')}\n]}`
    const { valeur, problemes } = parseScenes(texte, 'scenes.json')
    return [
      valeur?.map(({ id }) => id) ?? null,
      ...problemes.map(({ ligne, message }) => `${ligne}: ${plain(message)}`)
    ]
  }
  const scene = (id: string, patch: object = {}) => ({ id, titre: 'T', ...patch })

  it('is read scene by scene, what is wrong with one being told and the scene left out', () => {
    expect(read(scene('a'), scene('b', { masquee: true }))).toEqual([['a', 'b']])
    expect(read(scene('a'), scene('b', { region: '99' }))).toEqual([
      ['a'],
      '3: Scène 2 (b) laissée de côté : « 99 » n’est pas le code d’une région.'
    ])
    expect(read(scene('a'), scene('b', { territoire: '20' }))[1]).toBe(
      '3: Scène 2 (b) laissée de côté : « 20 » n’est pas le code d’un territoire.'
    )
    expect(read(scene('a'), scene('b', { panneau: 'calendrier', contenu: 'plan' }))[1]).toBe(
      '3: Scène 2 (b) laissée de côté : Une scène a un panneau ou un contenu, pas les deux : supprimer l’un des deux.'
    )
    for (const contenu of ['indicateur', 'engagements'])
      expect(read(scene('a'), scene('b', { contenu }))[1]).toBe(
        `3: Scène 2 (b) laissée de côté : Le contenu « ${contenu} » a besoin du champ « elements ».`
      )
    expect(
      read(scene('a', { contenu: 'indicateur', elements: ['x'] }), scene('b', { contenu: 'plan' }))
    ).toEqual([['a', 'b']])
    expect(read(scene('a', { region: '53', territoire: '56' }))).toEqual([['a']])
    expect(read(scene('a'), scene('a', { titre: 'U' }))).toEqual([
      ['a'],
      '3: Scène 2 (a) laissée de côté : L’identifiant « a » est déjà pris plus haut.'
    ])
    expect(read(scene('a'), { id: 3, titre: 'T' })[1]).toMatch(
      /^3: Scène 2 laissée de côté : « id » doit être un texte/
    )
    expect(read(scene('a'), '{"id": "b", "titre": "T" "notes": ""}')).toEqual([
      ['a'],
      '3: Il manque une virgule juste avant.',
      '3: Scène 2 (b) laissée de côté : son texte n’est pas du JSON correct.'
    ])
  })

  it('is no such file, or has nothing to be played', () => {
    const pas = 'Ce n’est pas un fichier de scènes : il y faut une liste « scenes » entre crochets [ ].'
    const lus = (texte: string) => {
      const { valeur, problemes } = parseScenes(texte, 'scenes.json')
      return [valeur, ...problemes.map(({ ligne, message }) => `${ligne}: ${plain(message)}`)]
    }
    expect(lus('{}')).toEqual([null, `1: ${pas}`])
    expect(lus('\n{"scenes": {}}')).toEqual([null, `2: ${pas}`])
    expect(lus('')).toEqual([null, '1: Le fichier est vide.'])
    const rien = 'null: Aucune scène ne peut être jouée.'
    expect(read()).toEqual([null, rien])
    expect(read(scene('a', { masquee: true }))).toEqual([null, rien])
  })
})

describe('the outlines', () => {
  const carre = (id: unknown, patch: object = {}) => ({
    type: 'Polygon',
    arcs: [[0]],
    id,
    properties: { etiquette: [0, 0] },
    ...patch
  })
  const topologie = (...geometries: unknown[]) => ({
    type: 'Topology',
    arcs: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0]
      ]
    ],
    objects: { territoires: { type: 'GeometryCollection', geometries } }
  })
  const read = (contenu: unknown) => {
    const { valeur, problemes } = buildContours(contenu, 't.json')
    return [
      valeur?.territoires.features.map(({ id }) => id) ?? null,
      ...problemes.map(({ message }) => plain(message))
    ]
  }
  const tous = TERRITOIRES.map(({ code }) => carre(code))

  it('are kept one by one, and told where they are wrong', () => {
    expect(read(topologie(...tous))).toEqual([TERRITOIRES.map(({ code }) => code)])
    expect(read(topologie(...tous.slice(1)))[1]).toBe('Il manque le contour de 01.')
    expect(read(topologie(...tous.slice(2)))[1]).toBe('Il manque les contours de 01, 02.')
    expect(read(topologie(...tous, carre('99'), carre(undefined), carre('45'))).slice(1)).toEqual([
      'Le contour « 99 » n’est pas celui d’un des 103 territoires.',
      'Le contour «  » n’est pas celui d’un des 103 territoires.',
      'Le contour « 45 » est donné deux fois.'
    ])
    for (const mauvais of [{ properties: {} }, { properties: undefined }, { arcs: [] }, { arcs: [[7]] }]) {
      const [codes, ...dits] = read(topologie(carre('01', mauvais), ...tous.slice(1)))
      expect(codes).toHaveLength(102)
      expect(dits).toEqual(['Le contour du territoire 01 est vide ou incorrect.'])
    }
  })

  it('are none in another file', () => {
    const pas = 'Ce n’est pas un TopoJSON de territoires : il lui faut des arcs et un objet « territoires ».'
    for (const contenu of [
      null,
      3,
      {},
      { ...topologie(), type: 'x' },
      { ...topologie(), arcs: 3 },
      { ...topologie(), objects: {} },
      { ...topologie(), objects: { territoires: {} } },
      { type: 'Topology', arcs: [] }
    ])
      expect(read(contenu)).toEqual([null, pas])
  })
})

describe('figures written before some facts had a field', () => {
  it('get the fields that say what their words said, and keep those that are there', () => {
    const chiffres = {
      calendrier: {
        dates: [
          { id: 'calendrier-cloture-fonds' },
          { id: 'x-calendrier-cloture-' },
          { id: 3 },
          { id: 'a', cloture: true },
          null,
          'x'
        ]
      },
      financements: {
        liste: [
          { objet: 'Élaborer la Feuille de route', beneficiaires: 'EPCI et communes' },
          { objet: 'les feuilles de route', beneficiaires: 'les EPCIs' },
          { objet: null },
          { objet: 'feuille de route', pourFeuilleDeRoute: false, nommeEpci: true }
        ]
      }
    }
    completeAnciens(chiffres)
    expect(chiffres.calendrier.dates.map((date) => (date as { cloture?: boolean } | null)?.cloture)).toEqual([
      true,
      false,
      false,
      true,
      undefined,
      undefined
    ])
    expect(
      chiffres.financements.liste.map((f) => [
        (f as Record<string, unknown>)['pourFeuilleDeRoute'],
        (f as Record<string, unknown>)['nommeEpci']
      ])
    ).toEqual([
      [true, true],
      [true, false],
      [false, false],
      [false, true]
    ])
    for (const autre of [{}, { calendrier: null, financements: 3 }, { calendrier: { dates: {} } }])
      completeAnciens(autre)
  })
})

describe('a page as text', () => {
  const [debut, fin] = ['<!--premiere-carte-->', '<!--/premiere-carte-->']
  it('has another first picture, the last place being the true one', () => {
    expect(fillPremiere(`<script>"${debut}${fin}"</script><p>${debut}a${fin}</p>`, 'b')).toBe(
      `<script>"${debut}${fin}"</script><p>${debut}b${fin}</p>`
    )
    for (const page of ['', debut, fin, `${fin}${debut}`])
      expect(() => fillPremiere(page, 'b')).toThrow('La page n’a plus la place de la première carte.')
  })

  it('asks for other files, and carries others', () => {
    expect(fillLus('<p data-lus="./a"> data-lus="x"', ['b', 'c/$&'])).toBe(
      '<p data-lus="./b ./c/$&"> data-lus="x"'
    )
    const page = embedFichiers(
      '<body><script>"</body>"</script></body>',
      new Map([
        ['a', 'AA='],
        ['b/c', '']
      ])
    )
    expect(page).toBe(
      '<body><script>"</body>"</script><script type="text/plain" data-fichier="a">AA=</script>\n<script type="text/plain" data-fichier="b/c"></script>\n</body>'
    )
    expect([...listFichiers(page)]).toEqual([
      ['a', 'AA='],
      ['b/c', '']
    ])
    expect(embedFichiers(page, new Map())).toBe('<body><script>"</body>"</script></body>')
  })

  it('is parted from its heavy elements, and put together again', () => {
    const { page, squelette } = splitSquelette(
      '<a><script src="x">1</script><style>b{}</style><script>2\n3</script>'
    )
    expect(squelette).toBe('<a><!--element-0--><!--element-1--><!--element-2-->')
    expect(page).toBe(
      '<a><script data-element="0" src="x">1</script><style data-element="1">b{}</style><script data-element="2">2\n3</script>'
    )
    expect(joinSquelette('<!--element-1--><!--element-12-->', (n) => `[${n}]`)).toBe('[1][12]')
  })
})
