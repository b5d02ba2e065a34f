#!/usr/bin/env node
// Makes samples/: six CVs of fictional people, and beside them what a good reading of each must contain.
// The same input gives the same files: dates are fixed and noise is seeded.
//
//     node scripts/make-samples.mjs [FOLDER]      (default: samples/ of this repository)
import {mkdir, rm, writeFile} from 'node:fs/promises'
import {join, parse} from 'node:path'
import {fileURLToPath} from 'node:url'
import {deskPhoto} from './samples/desk-photo.mjs'
import {MODERN, oneColumnPdf} from './samples/one-column-pdf.mjs'
import {danielHerrera} from './samples/people/daniel-herrera.mjs'
import {lukaszWisniewski} from './samples/people/lukasz-wisniewski.mjs'
import {margaretOkafor} from './samples/people/margaret-okafor.mjs'
import {nadiaWhitcombe} from './samples/people/nadia-whitcombe.mjs'
import {priyaRaman} from './samples/people/priya-raman.mjs'
import {sorenKjaergaard} from './samples/people/soren-kjaergaard.mjs'
import {scannedPdf} from './samples/scanned-pdf.mjs'
import {twoColumnPdf} from './samples/two-column-pdf.mjs'
import {wordDocument} from './samples/word-document.mjs'

const SAMPLES = {
  'nadia-whitcombe.pdf': [nadiaWhitcombe, (person) => oneColumnPdf(person, MODERN)],
  'lukasz-wisniewski-two-columns.pdf': [lukaszWisniewski, twoColumnPdf],
  'margaret-okafor-scan.pdf': [margaretOkafor, scannedPdf],
  'soren-kjaergaard.docx': [sorenKjaergaard, wordDocument],
  'daniel-herrera-photo.jpg': [danielHerrera, deskPhoto],
  'priya-raman.txt': [priyaRaman, (person) => person.text],
}

const folder = process.argv[2] ?? fileURLToPath(new URL('../samples', import.meta.url))
for (const room of ['cvs', 'truth']) {
  await rm(join(folder, room), {recursive: true, force: true})
  await mkdir(join(folder, room), {recursive: true})
}
for (const [fileName, [person, make]] of Object.entries(SAMPLES)) {
  await writeFile(join(folder, 'cvs', fileName), await make(person))
  await writeFile(join(folder, 'truth', `${parse(fileName).name}.txt`), `${person.truth.join('\n')}\n`)
}
