import base from './playwright.config'

/** What is asked before a publication, and takes too long for every run: `npm run test:axe`. */
export default { ...base, testDir: 'tests/complet' }
