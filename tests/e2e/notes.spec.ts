import { readFileSync } from 'node:fs'
import { expect, test } from './banc'
import { strFromU8, unzipSync } from 'fflate'
import { open } from './panneaux-donnees'

test('N takes a note on the territory in focus, in the presenter’s window too; it outlives a crash, goes into the minutes, and is erased in one click', async ({
  page,
  context
}) => {
  const demandes: string[] = []
  page.on('request', (requete) => demandes.push(requete.url()))
  await open(page, '?territoire=41')
  expect(demandes.some((adresse) => /DialogueNotes|(?:document|travail)-/.test(adresse))).toBe(false)
  await page.keyboard.press('n')
  const dialogue = page.getByRole('dialog', { name: 'Notes et compte rendu' })
  const note = dialogue.getByRole('textbox', { name: 'Note', exact: true })
  await expect(note).toBeFocused()
  await expect(dialogue.getByLabel('Territoire')).toHaveValue('41')
  await note.fill('Relancer le syndicat')
  await dialogue.getByRole('button', { name: 'Garder la note' }).click()
  await note.fill('À moitié écr')

  await page.goto('./?mode=presentation&scene=10')
  await page.locator('.fne-diapo-titre').waitFor()
  await page.keyboard.press('n')
  await expect(dialogue.getByRole('listitem')).toContainText(['Relancer le syndicat'])
  await expect(note).toHaveValue('À moitié écr')
  await dialogue.getByRole('button', { name: 'Fermer' }).click()

  // From the desk, while the room sees the slides: the other window hears of it at once.
  const [orateur] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Orateur' }).click()
  ])
  await orateur.locator('.notes').waitFor()
  await page.keyboard.press('n')
  await orateur.keyboard.press('n')
  const sienne = orateur.getByRole('dialog', { name: 'Notes et compte rendu' })
  await sienne.getByRole('textbox', { name: 'Note', exact: true }).fill('Qui finance après 2025 ?')
  await sienne.getByLabel('C’est une question qui reste ouverte').check()
  await sienne.getByRole('button', { name: 'Garder la note' }).click()
  await expect(dialogue.getByRole('listitem')).toContainText([
    'Relancer le syndicat',
    'Question\u00A0: Qui finance après 2025 ?'
  ])
  await orateur.close()

  // Written by a worker; stopped while it works, it leaves nothing behind.
  const telecharges: string[] = []
  page.on('download', (fichier) => telecharges.push(fichier.suggestedFilename()))
  let release = () => {}
  const retenu = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\/travail-[^/]*\.js/, async (route) => {
    await retenu
    await route.continue().catch(() => undefined)
  })
  const word = dialogue.getByRole('button', { name: 'Document Word' })
  await Promise.all([page.waitForRequest(/\/travail-[^/]*\.js/), word.click()])
  await dialogue.getByRole('button', { name: 'Arrêter' }).click()
  await expect(dialogue.getByRole('status')).toHaveText('Arrêté\u00A0: rien n’a été enregistré.')
  release()
  await page.unroute(/\/travail-[^/]*\.js/)
  const [fichier] = await Promise.all([
    page.waitForEvent('download'),
    page.waitForEvent('worker'),
    word.click()
  ])
  expect(telecharges).toEqual([fichier.suggestedFilename()])
  const parties = unzipSync(readFileSync(await fichier.path()))
  const texte = strFromU8(parties['word/document.xml'] as Uint8Array)
  expect(texte).toContain('Loir-et-Cher (41)')
  expect(texte).toContain('Relancer le syndicat')
  expect(texte).toContain('Qui finance après 2025 ?')
  expect(Object.keys(parties).some((nom) => /^word\/media\/.+\.png$/.test(nom))).toBe(true)

  // What cannot be undone says so, to those who hear the page too.
  const effacer = dialogue.getByRole('button', { name: 'Effacer toutes les notes' })
  await expect(effacer).toHaveAccessibleDescription('Sans retour\u00A0: elles ne sont que sur cet appareil.')
  await effacer.click()
  await expect(dialogue.getByRole('listitem')).toHaveCount(0)
  // The way there without a key, and nothing left over.
  await dialogue.getByRole('button', { name: 'Fermer' }).click()
  await open(page, '')
  await page.getByRole('button', { name: 'Animer' }).click()
  await page.getByRole('button', { name: 'Notes et compte rendu' }).click()
  await expect(note).toHaveValue('')
})
