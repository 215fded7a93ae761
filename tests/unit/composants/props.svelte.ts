/** Props of a mounted component that a test goes on changing. */
export function createProps<T extends Record<string, unknown>>(valeurs: T): T {
  const props = $state(valeurs)
  return props
}
