import { findProgramme } from './programmes.mjs'

/**
 * The system's Firefox: FIREFOX_PATH where it is set, or the first of the usual names on PATH, or where Windows puts it.
 * @returns {string | null} its path
 */
export const findFirefox = () =>
  findProgramme('FIREFOX_PATH', ['firefox-esr', 'firefox'], ['Mozilla Firefox/firefox.exe'])
