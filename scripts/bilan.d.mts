interface RapportVitest {
  readonly numPassedTests?: number
  readonly numFailedTests?: number
  readonly numPendingTests?: number
  readonly numTodoTests?: number
}
export function buildBilan(run: {
  readonly unit: RapportVitest | null
  readonly contours: RapportVitest | null
  readonly firefox: RapportVitest | null
  readonly e2e:
    | {
        readonly expected?: number
        readonly unexpected?: number
        readonly flaky?: number
        readonly skipped?: number
      }
    | undefined
  readonly statuts: readonly number[]
  readonly donnees: number
}): { lignes: string[]; code: 0 | 1 }
