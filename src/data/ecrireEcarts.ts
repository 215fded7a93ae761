import type { Ecart } from '../domain/reconciliation/ecarts'

/** What ecarts-connus.json would hold if every one of these discrepancies were known: signatures, without the sentences. */
export const toEcartsConnus = (ecarts: readonly Ecart[]): unknown => ({
  explication:
    'Les écarts que la source porte en elle-même, relus et expliqués ; tout autre écart est signalé comme nouveau.',
  ecarts: ecarts.map(({ code, annonce, compte, territoires }) => ({ code, annonce, compte, territoires }))
})
