const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'

/** The prefixes that the reader here uses. */
export const PREFIXES: Readonly<Record<string, string>> = {
  [`${OASIS}office:1.0`]: 'office',
  [`${OASIS}text:1.0`]: 'text',
  [`${OASIS}table:1.0`]: 'table',
  [`${OASIS}drawing:1.0`]: 'draw',
  [`${OASIS}style:1.0`]: 'style',
  [`${OASIS}meta:1.0`]: 'meta',
  [`${OASIS}presentation:1.0`]: 'presentation',
  [`${OASIS}manifest:1.0`]: 'manifest',
  [`${OASIS}xsl-fo-compatible:1.0`]: 'fo',
  [`${OASIS}svg-compatible:1.0`]: 'svg',
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://purl.org/dc/elements/1.1/': 'dc',
}
