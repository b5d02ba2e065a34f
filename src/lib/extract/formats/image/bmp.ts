import {AtsError} from '../../../model/errors.js'

const HEADER_BYTES = 26

/**
 * Turns a BMP, which sharp cannot read, into a PNG.
 *
 * @throws AtsError `TOO_LARGE` above `maxPixels`, `CORRUPT`
 */
export async function decodeBmp(bytes: Buffer, maxPixels: number): Promise<Buffer> {
  const {width, height} = sizeOf(bytes)
  if (width * height > maxPixels) {
    throw new AtsError('TOO_LARGE', `the image has ${width} × ${height} pixels, more than the limit allows`)
  }
  const {createCanvas, loadImage} = await import('@napi-rs/canvas')
  try {
    const image = await loadImage(bytes)
    const canvas = createCanvas(image.width, image.height)
    canvas.getContext('2d').drawImage(image, 0, 0)
    return canvas.toBuffer('image/png')
  } catch (cause) {
    throw damaged(cause)
  }
}

/** A negative height means that the rows run from top to bottom. */
function sizeOf(bytes: Buffer): {width: number; height: number} {
  if (bytes.length < HEADER_BYTES) throw damaged()
  const isOldHeader = bytes.readUInt32LE(14) === 12
  if (isOldHeader) return {width: bytes.readUInt16LE(18), height: bytes.readUInt16LE(20)}
  return {width: Math.abs(bytes.readInt32LE(18)), height: Math.abs(bytes.readInt32LE(22))}
}

function damaged(cause?: unknown): AtsError {
  return new AtsError('CORRUPT', 'the image is damaged beyond reading', {cause})
}
