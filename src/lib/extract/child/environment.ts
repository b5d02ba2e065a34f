/** What of this process's environment the children need: where the machine's Tesseract is, and its data. */
const PASSED_ON = ['PATH', 'TESSDATA_PREFIX', 'TMPDIR']

/** For Tesseract: pages are read by several processes, and threads within one get in their way (six times slower). */
const ONE_THREAD = {OMP_THREAD_LIMIT: '1'}

/** For the canvas library: it would look through the machine's fonts as it loads, for half a second, and few files need one. */
const NO_FONTS_YET = {DISABLE_SYSTEM_FONTS_LOAD: '1'}

/**
 * The environment of an extractor: little, so that nothing in it gets into a child that reads strangers' files.
 *
 * @param memoryMb what the child watches over
 */
export function childEnvironment(memoryMb: number): NodeJS.ProcessEnv {
  const passed = PASSED_ON.map((name) => [name, process.env[name]]).filter(([, value]) => value !== undefined)
  return {
    ...Object.fromEntries(passed),
    ...ONE_THREAD,
    ...NO_FONTS_YET,
    ATS_EXTRACTOR_PARENT: String(process.pid),
    ATS_EXTRACTOR_MEMORY_MB: String(memoryMb),
  }
}
