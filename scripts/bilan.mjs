/**
 * What `npm test` says last: where a fault lies that is the data's, and the total that the runners' own reports give.
 * @param {object} run
 * @param {{ numPassedTests?: number, numFailedTests?: number, numPendingTests?: number, numTodoTests?: number } | null} run.unit
 *   report of the unit tests; null: they did not come to their end
 * @param {{ numPassedTests?: number, numFailedTests?: number } | null} run.contours report of the outlines' tests; null: not run
 * @param {{ numPassedTests?: number, numFailedTests?: number } | null} run.firefox report of the tasks in Firefox; null: not run
 * @param {{ expected?: number, unexpected?: number, flaky?: number, skipped?: number } | undefined} run.e2e
 *   figures of the browser tests; undefined: they did not come to their end
 * @param {readonly number[]} run.statuts exit codes of all steps
 * @param {number} run.donnees exit code of the verification of the data that ship
 * @returns {{ lignes: string[], code: 0 | 1 }} what to print, the total last, and how to end
 */
export function buildBilan({ unit, contours, firefox, e2e, statuts, donnees }) {
  const vitest = [unit, contours, firefox]
  const passed = vitest.reduce((somme, rapport) => somme + (rapport?.numPassedTests ?? 0), e2e?.expected ?? 0)
  const skipped = (unit?.numPendingTests ?? 0) + (unit?.numTodoTests ?? 0) + (e2e?.skipped ?? 0)
  let failed = vitest.reduce(
    (somme, rapport) => somme + (rapport?.numFailedTests ?? 0),
    (e2e?.unexpected ?? 0) + (e2e?.flaky ?? 0)
  )
  const echec = statuts.some((statut) => statut !== 0) || !unit || !e2e
  // A step that fails without a failed test (types, build, a file that does not load) is a failure all the same.
  if (echec && failed === 0) failed = 1
  const lignes = []
  if (donnees !== 0)
    lignes.push(
      '\nCe sont les données livrées qui ont un défaut, dit ci-dessus sous «\u00A0Données livrées\u00A0» (docs/donnees.md)\u202F; les tests du programme n’en dépendent pas.'
    )
  lignes.push(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return { lignes, code: echec || failed > 0 ? 1 : 0 }
}
