/**
 * Loads the page anew, for what a page asks for only once; the address restores the view. What is kept on the device and may be
 * what is damaged goes first, where the server answers (index.html).
 */
export function reloadPage(): void {
  if (window.fneRecharge) void window.fneRecharge()
  else window.location.reload()
}
