import {loadFormat} from '#lib/extract/formats/registry.js'
import {AtsError} from '#lib/model/errors.js'
import {DEFAULT_LIMITS, type ExtractionLimits, type FileType, type ReadResult} from '#lib/model/extraction.js'

/** Reads bytes as the extractor's child does. */
export async function readAs(
  type: FileType,
  bytes: Buffer | string,
  limits: Partial<ExtractionLimits> = {},
): Promise<ReadResult & {text: string; codes: string[]}> {
  const format = await loadFormat(type)
  const result = await format.read({
    bytes: Buffer.from(bytes as Buffer),
    fileName: '',
    limits: {...DEFAULT_LIMITS, ...limits},
    onPage: () => {},
  })
  const codes = (result.warnings ?? []).map(({code}) => code)
  return {...result, text: result.pages.map(({text}) => text).join('\n\n'), codes}
}

/** The code of the error that a promise fails with. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise
  } catch (error) {
    return error instanceof AtsError ? error.code : `not an AtsError: ${error}`
  }
  return 'no error'
}
