/** Reads the PDFs that its parent names with pdf-parse, one after the other, and says when it has. */
import {readFile} from 'node:fs/promises'
import {PDFParse} from 'pdf-parse'

process.on('message', async (paths: string[]) => {
  for (const path of paths) {
    const parser = new PDFParse({data: new Uint8Array(await readFile(path)), verbosity: 0})
    await parser.getText().catch(() => undefined)
    await parser.destroy()
  }
  process.send?.('done')
})
