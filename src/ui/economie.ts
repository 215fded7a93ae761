import { whenIdle } from './inactivite'

/** Whether the device was told to spare its network (Save-Data); false where the browser does not say. */
export function isEconome(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
}

/**
 * As `whenIdle`, for what is loaded before anybody asks for it: never where the network is to be spared. Whatever is read
 * so comes when it is wanted, too.
 */
export function readAhead(callback: () => void): () => void {
  return isEconome() ? () => {} : whenIdle(callback)
}
