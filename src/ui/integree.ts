/**
 * True in another site's frame (`mode=integration`): nothing is read from the device there, and nothing kept on it.
 * @param requete the query of the page
 */
export const isIntegree = (requete: string): boolean => /[?&]mode=integration(&|$)/i.test(requete)
