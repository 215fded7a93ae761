import { expect, test, type Page } from './banc'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { fiche, LIGNES, open, panneau } from './panneaux-donnees'
import { DATE_LIVREE, DATES_LIVREES, readLivre } from './livre'

const CSV = readLivre('gouvernances.csv')
const CODE = '45'
const avant = LIGNES.find(({ code }) => code === CODE)

/** The shipped file as French Excel writes it: semicolons, CRLF, Windows-1252; one row says something else. */
function buildExcel(change: (ligne: string) => string): Buffer {
  const lignes = CSV.trimEnd()
    .split('\n')
    .map((ligne) => {
      const [, debut = '', note = ''] = /^((?:[^,]*,){6})(.*)$/.exec(ligne) ?? []
      return debut.replaceAll(',', ';') + (note.includes(';') && !note.startsWith('"') ? `"${note}"` : note)
    })
    .map((ligne) => (ligne.startsWith(`${CODE};`) ? change(ligne) : ligne))
  const latin = `${lignes.join('\r\n')}\r\n`.replaceAll('’', '\u0092')
  return Buffer.from(latin, 'latin1')
}
const change = (ligne: string) =>
  ligne.replace(`${avant?.coporteurs.join('|')};${avant?.origine}`, 'prefecture;source')

const champ = (page: Page) => page.getByLabel('Choisir des fichiers')
const choose = (page: Page, name: string, buffer: Buffer) =>
  champ(page).setInputFiles({ name, mimeType: '', buffer })
/** Drops a file on a part of the page. @returns false when the browser would open it in place of the page */
const drop = (page: Page, cible: string, name: string, buffer: Buffer) =>
  page.locator(cible).evaluate(
    (element, { name, octets }) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([Uint8Array.from(octets)], name))
      const options = { dataTransfer, bubbles: true, cancelable: true }
      const survol = element.dispatchEvent(new DragEvent('dragover', options))
      return !survol && !element.dispatchEvent(new DragEvent('drop', options))
    },
    { name, octets: [...buffer] }
  )
/** What is no file of governances, and what is said of it. */
const REFUSES: readonly (readonly [string, Buffer, string | RegExp])[] = [
  ['octets.csv', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251)), 'fichier binaire'],
  ['colonnes.csv', Buffer.from(`${'a;'.repeat(50_000)}\n`), /50.001 colonnes/],
  ['unicode.csv', Buffer.from(`\uFEFF${CSV.replace(`\n${CODE},`, '\n4Z,')}`, 'utf16le'), '«\u00A04Z\u00A0»'],
  ['vide.csv', Buffer.alloc(0), 'Le fichier est vide']
]
const bandeau = (page: Page) => page.locator('.fne-bandeau-local')
const couleur = (page: Page) =>
  page.locator(`.fne-scene .fne-svg-fonds [data-code="${CODE}"]`).first().getAttribute('fill')

test('a file of French Excel: what it changes, then the map, the sheet and the footer; undone, kept, removed', async ({
  page
}) => {
  await open(page, `?panneau=donnees&territoire=${CODE}`)
  const livree = await couleur(page)
  const texteLivre = await fiche(page).innerText()
  await choose(page, 'juin.csv', buildExcel(change))

  const changes = panneau(page).getByRole('list', { name: 'Territoires qui changeraient' })
  await expect(changes.getByRole('listitem')).toHaveCount(1)
  await expect(changes).toContainText('Préfecture uniquement')
  await expect(panneau(page)).toContainText(`${LIGNES.length - 1}\u00A0resteraient`)
  // The stated figure of the prefectures no longer matches: a warning, not an error.
  await expect(panneau(page).locator('.fne-gravite--avertissement')).toBeVisible()
  await expect(panneau(page).locator('.fne-gravite--erreur')).toHaveCount(0)
  await expect(bandeau(page)).toHaveCount(0)

  await page.getByLabel('Date des données').fill('2025-06-01')
  await page.getByLabel('Titre', { exact: true }).fill('Point de juin')
  await page.getByRole('button', { name: 'Importer et afficher' }).click()
  await expect(page).toHaveURL(/instantane=2025-06-01~point-de-juin/)
  await expect(bandeau(page)).toContainText('Données locales')
  await expect(fiche(page)).toContainText('Préfecture uniquement')
  await expect(page.locator('.fne-pied')).toContainText('Données locales')
  expect(await couleur(page)).not.toBe(livree)

  await page.getByRole('button', { name: 'Annuler l’import' }).click()
  await expect(panneau(page).getByText(/L’import.*Point de juin.*est annulé/)).toBeFocused()
  await expect(bandeau(page)).toHaveCount(0)
  await expect(page).not.toHaveURL(/instantane/)
  expect(await couleur(page)).toBe(livree)
  await expect.poll(() => fiche(page).innerText()).toBe(texteLivre)

  await choose(page, 'juin.csv', buildExcel(change))
  await page.getByLabel('Date des données').fill('2025-06-01')
  await page.getByLabel('Titre', { exact: true }).fill('Point de juin')
  await page.getByRole('button', { name: 'Importer et afficher' }).click()
  await expect(bandeau(page)).toBeVisible()
  await page.reload()
  await expect(bandeau(page)).toContainText('Point de juin')
  await expect(fiche(page)).toContainText('Préfecture uniquement')

  // On paper and in what is exported too, it is said that these data are local.
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.fne-imprimee .provenance')).toContainText(
    'Données locales «\u00A0Point de juin'
  )
  await page.emulateMedia({ media: null })
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV pour tableur' }).click()
  ])
  expect(csv.suggestedFilename()).toBe('gouvernances-2025-06-01-donnees-locales.csv')

  // Whatever comes next, what was imported stays as it is.
  for (const [nom, octets, phrase] of REFUSES) {
    await choose(page, nom, octets)
    await expect(page.locator('.fne-import'), nom).toContainText(phrase)
    await expect(page.getByRole('button', { name: 'Importer et afficher' })).toHaveCount(0)
  }
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await choose(page, 'juillet.csv', Buffer.from(CSV))
  await page.getByRole('button', { name: 'Importer et afficher' }).click()
  await expect(page).toHaveURL(/instantane=(?!2025-06-01~point-de-juin)/)
  await expect(panneau(page).getByRole('alert')).toContainText('est plein')
  await expect(panneau(page).locator('[data-cle]')).toHaveCount(DATES_LIVREES.length + 2)
  await page.goBack()
  await page.reload()
  await expect(bandeau(page)).toContainText('Point de juin')
  await expect(fiche(page)).toContainText('Préfecture uniquement')
  await expect(panneau(page).locator('[data-cle]')).toHaveCount(DATES_LIVREES.length + 1)

  await page.getByRole('button', { name: 'Supprimer Point de juin' }).click()
  await expect(bandeau(page)).toHaveCount(0)
  await expect(panneau(page).locator('[data-cle]')).toHaveCount(DATES_LIVREES.length)
  await page.getByRole('button', { name: 'Rétablir' }).click()
  await expect(panneau(page).getByText(/Point de juin.*sont rétablies/)).toBeFocused()
  await expect(bandeau(page)).toContainText('Point de juin')
  await expect(panneau(page).locator('[data-cle]')).toHaveCount(DATES_LIVREES.length + 1)
})

test('two tabs import under one date and title: both stay, each hears of the other, and undoes its own', async ({
  page,
  context
}) => {
  const autre = await context.newPage()
  for (const [onglet, mot] of [
    [page, 'ALPHA'],
    [autre, 'BETA']
  ] as const) {
    await open(onglet, `?panneau=donnees&territoire=${CODE}`)
    await choose(
      onglet,
      'juin.csv',
      buildExcel((ligne) => `${ligne.split(';').slice(0, 6).join(';')};${mot}`)
    )
  }
  for (const onglet of [page, autre]) {
    await onglet.getByLabel('Date des données').fill('2025-06-01')
    await onglet.getByLabel('Titre', { exact: true }).fill('Point de juin')
  }
  await page.getByRole('button', { name: 'Importer et afficher' }).click()
  await expect(fiche(page)).toContainText('ALPHA')
  await expect(panneau(autre).locator('[data-cle]')).toHaveCount(DATES_LIVREES.length + 1)
  await autre.getByRole('button', { name: 'Importer et afficher' }).click()
  await expect(fiche(autre)).toContainText('BETA')
  await expect(panneau(page).locator('[data-cle]')).toHaveCount(DATES_LIVREES.length + 2)
  await expect(panneau(page)).toContainText('Point de juin (2)')

  await page.getByRole('button', { name: 'Annuler l’import' }).click()
  await expect(panneau(autre).locator('[data-cle]')).toHaveCount(DATES_LIVREES.length + 1)
  await autre.reload()
  await expect(fiche(autre)).toContainText('BETA')

  // What another tab takes away is told where it was shown.
  await page.getByRole('button', { name: 'Supprimer Point de juin' }).click()
  await expect(bandeau(autre)).toHaveCount(0)
  await expect(
    autre.locator('.fne-alertes, [role=alert], [role=status]').filter({ hasText: 'n’est pas gardé' })
  ).toBeVisible()
})

test('a file is looked at before it is taken: its errors, its sheets, what it changes, which waits and is undone', async ({
  page
}) => {
  await open(page, '?panneau=donnees')
  await test.step('errors: each with its line and column, all of them in the list, and nothing changes', async () => {
    const faux = buildExcel(
      (ligne) => `${ligne.replace(/;[^;]*;[^;]*;[^;]*;/, ';X;faite;mairie;')}<img src=x onerror=alert(1)>`
    )
    // Beside the zone, a file must not take the place of the page; in the zone, it is read.
    expect(await drop(page, '.fne-carte', 'faux.csv', faux)).toBe(true)
    await expect(panneau(page).locator('.fne-import, .fne-etape')).toHaveCount(0)
    expect(await drop(page, '.fne-zone', 'faux.csv', faux)).toBe(true)
    await expect(page.getByRole('heading', { name: 'Ce fichier n’est pas importé' })).toBeFocused()
    const ligne = LIGNES.findIndex(({ code }) => code === CODE) + 2
    const erreurs = panneau(page).locator('.fne-gravite--erreur + .fne-problemes li')
    await expect(erreurs.first()).toContainText(`faux.csv, ligne ${ligne}, colonne 3 (etat_gouvernance)`)
    await expect(erreurs.nth(1)).toContainText(`ligne ${ligne}, colonne 4 (coporteurs)`)
    await expect(panneau(page).locator('img')).toHaveCount(0)
    const [liste] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /Télécharger la liste/ }).click()
    ])
    const texte = readFileSync(await liste.path(), 'utf8')
    expect(texte.trimEnd().split('\r\n')).toHaveLength(
      1 + (await panneau(page).locator('.fne-problemes li').count())
    )
    await expect(page).not.toHaveURL(/instantane/)
    await expect(bandeau(page)).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Importer et afficher' })).toHaveCount(0)
  })

  await test.step('a workbook says which sheet is read, and lets another one be read that has the same columns', async () => {
    const parties = unzipSync(readFileSync('tests/fixtures/x04-hidden-old-first.xlsx'))
    const classeur = strFromU8(parties['xl/workbook.xml'] ?? new Uint8Array()).replace('hidden', 'visible')
    const visible = Buffer.from(zipSync({ ...parties, 'xl/workbook.xml': strToU8(classeur) }))
    // The dialogue of files offers all that is read, also what spreadsheets name otherwise.
    const types = (await page.locator('input[type="file"]').first().getAttribute('accept'))?.split(',')
    expect(types).toEqual(expect.arrayContaining(['.csv', '.tsv', '.xlsx', '.xlsm', '.json']))
    await choose(page, 'juin.xlsx', readFileSync('tests/fixtures/x04-hidden-old-first.xlsx'))
    await expect(panneau(page)).toContainText('juin.xlsx, feuille «\u00A0gouvernances\u00A0»')
    const autre = page.getByRole('button', { name: 'Lire «\u00A0ancien\u00A0»' })
    await expect(autre).toHaveCount(0)
    await choose(page, 'juin.xlsx', visible)
    await autre.click()
    await expect(panneau(page)).toContainText('juin.xlsx, feuille «\u00A0ancien\u00A0»')
    await expect(page.getByRole('button', { name: 'Lire «\u00A0gouvernances\u00A0»' })).toBeVisible()
  })

  await test.step('preview and undoing survive a look at another panel, with what was typed', async () => {
    const nav = page.getByRole('navigation', { name: 'Panneaux' })
    const look = async () => {
      await nav.getByRole('link', { name: 'Territoires', exact: true }).click()
      await nav.getByRole('link', { name: 'Manquants', exact: true }).click()
      await expect(page).toHaveURL(/panneau=manquants/)
      await nav.getByRole('link', { name: 'Données', exact: true }).click()
      await nav.getByRole('link', { name: 'Importer, exporter', exact: true }).click()
      await expect(champ(page)).toBeAttached()
    }
    await choose(page, 'juin.csv', buildExcel(change))
    await expect(panneau(page)).toContainText('juin.csv')
    await page.getByLabel('Titre', { exact: true }).fill('Point de juin')
    await look()
    await expect(panneau(page).getByRole('list', { name: 'Territoires qui changeraient' })).toBeVisible()
    await expect(page.getByLabel('Titre', { exact: true })).toHaveValue('Point de juin')
    await page.getByRole('button', { name: 'Importer et afficher' }).click()
    await expect(bandeau(page)).toBeVisible()
    await look()
    await page.getByRole('button', { name: 'Annuler l’import' }).click()
    await expect(bandeau(page)).toHaveCount(0)
    await expect(page).toHaveURL(/panneau=donnees/)
    await expect(panneau(page).locator('[data-cle]')).toHaveCount(DATES_LIVREES.length)
  })
})

test('a workbook, exported and imported again, on a browser that keeps nothing', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('forbidden', 'SecurityError')
    }
  })
  // The program that reads files is loaded only now: where it does not come, that is said too.
  const programme = '**/lancer-*.js'
  await page.route(programme, (route) => route.abort())
  await open(page, '?panneau=donnees')
  await choose(page, 'juin.csv', buildExcel(change))
  await expect(panneau(page).getByRole('alert')).toContainText('recharger la page, puis recommencer')
  await page.unroute(programme)
  await page.reload()

  await expect(panneau(page).locator('.fne-refus')).toContainText('navigation privée')
  const [classeur] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /Classeur Excel/ }).click()
  ])
  expect(classeur.suggestedFilename()).toBe(`gouvernances-${DATE_LIVREE}.xlsx`)
  await champ(page).setInputFiles([
    { name: 'retour.xlsx', mimeType: '', buffer: readFileSync(await classeur.path()) },
    { name: 'chiffres.json', mimeType: '', buffer: Buffer.from(readLivre('chiffres.json')) }
  ])
  await expect(panneau(page)).toContainText('lu comme classeur Excel')
  await expect(panneau(page)).toContainText('Les chiffres du plan viennent du fichier importé')
  await expect(panneau(page)).toContainText('sans changement')
  await page.getByRole('button', { name: 'Importer et afficher' }).click()
  await expect(bandeau(page)).toBeVisible()
  await expect(panneau(page).getByRole('alert')).toContainText('perdues à la fermeture')
  await expect(panneau(page).locator('.fne-instantanes')).toContainText('perdues à la fermeture')
})

test('100 MB are refused at once; some megabytes are read off the main thread: the page answers, and stops it', async ({
  page
}, info) => {
  // Holds the worker, as a long reading would: it waits for an answer that comes when the test gives it.
  let release = () => {}
  await page.route('**/attente', async (route) => {
    await new Promise<void>((resolve) => (release = resolve))
    await route.fulfill({ body: '' }).catch(() => undefined)
  })
  await page.route('**/travail-*.js', async (route) => {
    const attente = "const x = new XMLHttpRequest(); x.open('GET', '/attente', false); x.send()"
    const body = (await (await route.fetch()).text()).replace(/$/, `\n;{${attente}}`)
    await route.fulfill({ body, contentType: 'text/javascript' })
  })
  await open(page, '?panneau=donnees')
  // The chooser of files is one key away from the panel's text, and speaks French.
  const choix = page.waitForEvent('filechooser')
  await champ(page).focus()
  await page.keyboard.press('Space')
  const enorme = info.outputPath('enorme.csv')
  writeFileSync(enorme, '')
  truncateSync(enorme, 100 * 1024 * 1024)
  await (await choix).setFiles(enorme)
  await expect(panneau(page)).toContainText('100\u00A0Mo, pour 20\u00A0Mo au plus')

  const gros = Buffer.concat([buildExcel((l) => l), Buffer.from('99;x;;;;;\r\n'.repeat(400_000))])
  const etape = panneau(page).locator('.fne-etape')
  for (const arret of [true, false]) {
    const [travail] = await Promise.all([
      page.waitForEvent('worker'),
      page.waitForRequest('**/attente'),
      choose(page, 'gros.csv', gros)
    ])
    expect(travail.url()).toContain('travail')
    // The page answers while the worker is held: a territory is chosen, and its sheet opens.
    const code = arret ? CODE : '41'
    await page.locator(`.fne-scene .fne-svg-fonds [data-code="${code}"]`).first().click()
    await expect(fiche(page)).toHaveAttribute('data-territoire', code)
    await expect(etape).toBeVisible()
    if (arret) {
      const fin = travail.waitForEvent('close')
      await page.getByRole('button', { name: 'Arrêter' }).click()
      await fin
      await expect(champ(page)).toBeFocused()
    }
    release()
    await expect(etape).toHaveCount(0)
    await expect(page.locator('.fne-import')).toHaveCount(arret ? 0 : 1)
  }
  await expect(panneau(page)).toContainText('plus de 1\u202F000 lignes')
})
