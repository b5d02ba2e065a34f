import {A4, pdfDocument} from './pdf-document.mjs'

/** Fonts every PDF reader has. `accent` colours headings and rules. */
export const MODERN = {
  regular: 'Helvetica',
  bold: 'Helvetica-Bold',
  italic: 'Helvetica-Oblique',
  size: 10,
  accent: '#1f4e79',
}
export const CLASSIC = {
  regular: 'Times-Roman',
  bold: 'Times-Bold',
  italic: 'Times-Italic',
  size: 12,
  accent: '#000000',
}

const MARGIN = 56
const WIDTH = A4.width - 2 * MARGIN

/** A CV in one column, top to bottom: header, profile, experience, education, skills, referees. */
export function oneColumnPdf(person, style) {
  const info = {Title: `Curriculum vitae – ${person.name}`, Author: person.name}
  return pdfDocument({margin: MARGIN, info}, (doc) => {
    header(doc, person, style)
    section(doc, style, 'Profile', () => doc.text(person.summary, {lineGap: 2}))
    section(doc, style, 'Experience', () => {
      for (const post of person.work) experience(doc, style, post)
    })
    section(doc, style, 'Education', () => {
      for (const course of person.education) education(doc, style, course)
    })
    section(doc, style, 'Skills', () => {
      for (const [label, skills] of person.skills) labelled(doc, style, label, skills)
    })
    if (person.referees) section(doc, style, 'Referees', () => bullets(doc, person.referees))
  })
}

function header(doc, person, style) {
  doc.font(style.bold).fontSize(24).fillColor(style.accent).text(person.name)
  doc
    .font(style.regular)
    .fontSize(style.size + 3)
    .fillColor('#444444')
    .text(person.title)
  doc.moveDown(0.3)
  doc.fontSize(style.size).fillColor('#000000').text(person.contact.join('  |  '))
}

function section(doc, style, title, body) {
  doc.moveDown(0.9)
  if (doc.y > A4.height - MARGIN - 70) doc.addPage()
  doc
    .font(style.bold)
    .fontSize(style.size + 3)
    .fillColor(style.accent)
    .text(title)
  doc
    .moveTo(MARGIN, doc.y + 1)
    .lineTo(MARGIN + WIDTH, doc.y + 1)
    .lineWidth(0.7)
    .stroke(style.accent)
  doc.moveDown(0.4)
  doc.font(style.regular).fontSize(style.size).fillColor('#000000')
  body()
}

function experience(doc, style, post) {
  if (doc.y > A4.height - MARGIN - 70) doc.addPage()
  datedLine(doc, style, post.role, post.dates)
  doc.font(style.italic).text(`${post.company}, ${post.place}`)
  doc.moveDown(0.2)
  doc.font(style.regular)
  bullets(doc, post.points)
  doc.moveDown(0.6)
}

function education(doc, style, course) {
  datedLine(doc, style, course.degree, course.dates)
  doc.font(style.italic).text(course.school)
  doc.font(style.regular)
  if (course.note) doc.text(course.note)
  doc.moveDown(0.5)
}

function datedLine(doc, style, text, dates) {
  const {y} = doc
  doc.font(style.bold).text(text, MARGIN, y)
  const below = doc.y
  doc.font(style.regular).text(dates, MARGIN, y, {width: WIDTH, align: 'right'})
  doc.x = MARGIN
  doc.y = below
}

function bullets(doc, points) {
  doc.list(points, {bulletRadius: 1.6, textIndent: 12, bulletIndent: 4, lineGap: 1.5})
}

function labelled(doc, style, label, text) {
  doc.font(style.bold).text(`${label}: `, {continued: true})
  doc.font(style.regular).text(text, {lineGap: 2})
}
