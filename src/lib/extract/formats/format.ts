import type {ExtractionLimits, FileType, PageProgress, ReadResult} from '../../model/extraction.js'

/** Reads the text of one image: `ocr/` implements it, formats use it. */
export interface Recognizer {
  /**
   * @param image an encoded image (JPEG, PNG, …), upright or not: orientation is found and corrected
   * @returns text with `\n` line ends, and Tesseract's mean confidence, 0 to 100
   */
  recognize(image: Uint8Array): Promise<{text: string; confidence: number}>
}

/** What a format's reader is given. */
export interface ReadContext {
  /** The whole file, at most `limits.maxFileBytes`. */
  bytes: Buffer
  /** For hints only (`.md` or `.txt`); empty where the name is not valid UTF-8. */
  fileName: string
  limits: ExtractionLimits
  /** Absent when OCR is off. */
  recognizer?: Recognizer
  /** To be called before each page that is OCRed and after each page read, so that the deadlines move. */
  onPage: (progress: PageProgress) => void
}

/** One format, one file: the libraries that it needs are imported by its own file and by nobody else. */
export interface Format {
  type: FileType
  /**
   * @throws AtsError with a file error code: `ENCRYPTED`, `CORRUPT`, `TOO_LARGE`, … Anything else that is thrown is
   * taken for `CORRUPT`.
   */
  read(context: ReadContext): Promise<ReadResult>
}
