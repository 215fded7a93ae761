/**
 * A program that is loaded when it is used, once it has what is wanted of it. One that comes cut short or empty is a program
 * all the same, for the browser: it just exports nothing, and what would show it shows nothing.
 * @param programme `import('…')`
 * @param nom its export that is wanted
 * @throws where the program cannot be had, or has no such export
 */
export async function checkExport<M extends object>(programme: Promise<M>, nom: keyof M): Promise<M> {
  const module = await programme
  if (!module[nom]) throw new Error(`A program without its export ${String(nom)}.`)
  return module
}

/** That export alone. @see checkExport */
export const takeExport = async <M extends object, N extends keyof M>(
  programme: Promise<M>,
  nom: N
): Promise<M[N]> => (await checkExport(programme, nom))[nom]
