import {fileURLToPath} from 'node:url'
import {A4, pdfDocument} from './pdf-document.mjs'

const fonts = new URL('../../node_modules/pdfjs-dist/standard_fonts/', import.meta.url)
const REGULAR = fileURLToPath(new URL('LiberationSans-Regular.ttf', fonts))
const BOLD = fileURLToPath(new URL('LiberationSans-Bold.ttf', fonts))

const SIDEBAR = {x: 28, width: 156}
const MAIN = {x: 216, width: A4.width - 216 - 40}
const ACCENT = '#16425b'
const PAPER = '#ffffff'
const INK = '#222222'

/**
 * A CV with a coloured sidebar, written as the usual template engines write it: the whole sidebar first, then
 * the main column, so that content order and visual order differ only between the columns.
 */
export function twoColumnPdf(person) {
  const info = {Title: `${person.name} – CV`, Author: person.name}
  return pdfDocument({margin: 0, font: REGULAR, info}, (doc) => {
    doc.registerFont('bold', BOLD).registerFont('regular', REGULAR)
    doc.rect(0, 0, SIDEBAR.x + SIDEBAR.width + 14, A4.height).fill(ACCENT)
    sidebar(doc, person)
    main(doc, person)
  })
}

function sidebar(doc, person) {
  monogram(doc, person.name)
  doc.y = 150
  for (const [label, value] of person.contact) {
    write(doc, SIDEBAR, label.toUpperCase(), {font: 'bold', size: 7.5, color: '#9cc3d5'})
    write(doc, SIDEBAR, value, {size: 9, color: PAPER, after: 6})
  }
  sidebarList(doc, 'Skills', person.skills)
  sidebarList(doc, 'Languages', person.languages)
  sidebarList(doc, 'Interests', person.interests)
}

function monogram(doc, name) {
  const initials = name
    .split(' ')
    .map((word) => word[0])
    .join('')
  const centre = SIDEBAR.x + SIDEBAR.width / 2
  doc.circle(centre, 84, 42).lineWidth(2).stroke('#9cc3d5')
  doc
    .font('bold')
    .fontSize(30)
    .fillColor(PAPER)
    .text(initials, SIDEBAR.x, 68, {width: SIDEBAR.width, align: 'center'})
}

function sidebarList(doc, title, items) {
  doc.y += 10
  write(doc, SIDEBAR, title, {font: 'bold', size: 12, color: PAPER, after: 4})
  for (const item of items) write(doc, SIDEBAR, item, {size: 9.5, color: PAPER, after: 3})
}

function main(doc, person) {
  doc.y = 48
  write(doc, MAIN, person.name, {font: 'bold', size: 26, color: ACCENT})
  write(doc, MAIN, person.title, {size: 14, color: '#5b6b73', after: 10})
  write(doc, MAIN, person.summary, {size: 10, after: 4})
  heading(doc, 'Work experience')
  for (const post of person.work) experience(doc, post)
  heading(doc, 'Education')
  for (const {degree, school, dates} of person.education) {
    write(doc, MAIN, degree, {font: 'bold', size: 10.5})
    write(doc, MAIN, `${school}, ${dates}`, {size: 9.5, color: '#5b6b73', after: 8})
  }
  heading(doc, 'Projects and talks')
  for (const project of person.projects) write(doc, MAIN, project, {size: 10, after: 4})
  heading(doc, 'Certificates')
  for (const certificate of person.certificates) write(doc, MAIN, certificate, {size: 10, after: 3})
}

function heading(doc, title) {
  doc.y += 10
  write(doc, MAIN, title, {font: 'bold', size: 13, color: ACCENT, after: 2})
  doc
    .moveTo(MAIN.x, doc.y)
    .lineTo(MAIN.x + MAIN.width, doc.y)
    .lineWidth(0.8)
    .stroke('#9cc3d5')
  doc.y += 8
}

function experience(doc, post) {
  write(doc, MAIN, `${post.role}, ${post.company}`, {font: 'bold', size: 10.5})
  write(doc, MAIN, post.dates, {size: 9, color: '#5b6b73', after: 3})
  for (const point of post.points) {
    write(doc, {x: MAIN.x + 4, width: MAIN.width - 4}, `•  ${point}`, {size: 10, after: 3})
  }
  doc.y += 7
}

function write(doc, column, text, {font = 'regular', size, color = INK, after = 0}) {
  doc.font(font).fontSize(size).fillColor(color)
  doc.text(text, column.x, doc.y, {width: column.width, lineGap: 1.5})
  doc.y += after
}
