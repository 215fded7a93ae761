/**
 * The pixels as a file. Chromium writes it in the time that is left between two frames: where none is drawn, it waits a
 * second for that time, then writes all of it in one go. Frames are therefore asked for until it is written.
 */
export function writePng(toile: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    let image = 0
    const keep = () => (image = requestAnimationFrame(keep))
    keep()
    toile.toBlob((blob) => {
      cancelAnimationFrame(image)
      if (blob) resolve(blob)
      else reject(new Error('no picture'))
    }, 'image/png')
  })
}
