import { findProgramme, findSurPath } from './programmes.mjs'

/**
 * Chromium without its windows: the same pages, drawn and answered the same, and a fifth less of processor time for the
 * browser tests, since no frame of a browser is built around each page.
 */
const SANS_FENETRE = 'chromium-headless-shell'
const NOMS = [SANS_FENETRE, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
/** Edge is a Chromium, and every Windows has it. */
const WINDOWS = [
  'Chromium/Application/chrome.exe',
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe'
]

/**
 * The system's Chromium: CHROMIUM_PATH where it is set, or the first of the usual names on PATH or places of Windows.
 * @returns {string | null} its path
 */
export const findChromium = () => findProgramme('CHROMIUM_PATH', NOMS, WINDOWS)

/** Whether the tests have the browser that was chosen for them, or the one that costs them the least. */
export const hasChromiumSansFenetre = () =>
  Boolean(process.env.CHROMIUM_PATH) || findSurPath([SANS_FENETRE]) !== null

/** The packages of Debian that hold it, the fastest first; either does. */
export const PAQUETS_CHROMIUM = [SANS_FENETRE, 'chromium']

/**
 * Parts of the browser that no test looks at. Chromium keeps the last such switch only, so Playwright’s own list is said
 * again here (`disabledFeatures` in its chromiumSwitches), before what this project adds.
 */
const COUPEES = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  // Under the bar of addresses that nobody sees, two web apps start with every window: a quarter of the processor time
  // of opening the map in it.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup'
]

const COMMUNS = [
  // As root there is no sandbox.
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  `--disable-features=${COUPEES.join(',')}`,
  '--disable-sync',
  // Letters as wide without a window as in one: a text that just fits on a slide fits in both.
  '--font-render-hinting=none',
  '--no-first-run'
]

/** A browser without WebGL, as the computers of a meeting room often have: the SVG map is the whole map. */
export const CHROMIUM_ARGS = [...COMMUNS, '--disable-gpu', '--disable-3d-apis']

/**
 * Without a GPU, WebGL is drawn by the processor. The page around the WebGL map is drawn and put together without it:
 * through SwiftShader everything else took twice as long.
 */
export const CHROMIUM_ARGS_WEBGL = [
  ...COMMUNS,
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
  '--disable-gpu-rasterization'
]
