import {expect} from 'chai'
import {findSections} from '#lib/extract/structure/sections.js'
import type {SectionKind} from '#lib/model/section.js'

const kindsOf = (text: string) => findSections(text).map(({kind}) => kind)

/** What a CV of fictional people says in the languages that headings are known in, and what its parts are. */
const CVS: Record<string, {text: string; kinds: SectionKind[]}> = {
  English: {
    text: `Margaret Okafor
Nurse

Professional Summary
Nurse with ten years of experience
in emergency care.

Work Experience
Ward Manager, Exampleton Hospital, 2018 – present
Led a team of twelve and wrote about our
experience with shorter shifts.

Education & Training
BSc Nursing, University of Exampleton, 2012

Technical Skills
Triage, ECG, Excel

Languages
English, Igbo

Volunteering
Red Cross

Referees
On request`,
    kinds: ['summary', 'work', 'education', 'courses', 'skills', 'languages', 'volunteer', 'references'],
  },
  German: {
    text: `Lebenslauf

Persönliche Daten
Jörg Beispielmann, geboren in Musterstadt

Beruflicher Werdegang
2015 – heute Leiter der IT, Muster GmbH
Ausbildung der Auszubildenden

Aus- und Weiterbildung
2010 Diplom-Informatiker, TU Musterstadt

EDV-Kenntnisse
Linux, SAP

Fremdsprachen
Englisch (fließend)

Ehrenamtliches Engagement
Feuerwehr

Hobbys
Bergsteigen`,
    kinds: ['contact', 'work', 'education', 'skills', 'languages', 'volunteer', 'interests'],
  },
  'German without umlauts': {
    text: 'Persoenliche Daten\nJoerg\n\nTaetigkeiten\n2015 Muster GmbH\n\nFaehigkeiten\nLinux',
    kinds: ['contact', 'work', 'skills'],
  },
  French: {
    text: `CHLOÉ EXEMPLE
Ingénieure

EXPÉRIENCES PROFESSIONNELLES
2019 – aujourd'hui : Société Exemple, Lyon

FORMATION
2015 : Diplôme d'ingénieur, École d'Exempleville

COMPÉTENCES INFORMATIQUES
Python

LANGUES
Anglais courant

CENTRES D’INTÉRÊT
Voile`,
    kinds: ['work', 'education', 'skills', 'languages', 'interests'],
  },
  'French without accents': {
    text: 'Experience professionnelle\n2019 Lyon\n\nCompetences\nPython\n\nCentres d interet\nVoile',
    kinds: ['work', 'skills', 'interests'],
  },
  Spanish: {
    text: `Lucía Ejemplo

Sobre mí
Enfermera

Experiencia laboral
2018 – actualidad Hospital de Ejemplo

Formación académica
2012 Grado en Enfermería

Idiomas
Inglés

Cursos y seminarios
Urgencias

Otros datos de interés
Carnet de conducir B`,
    kinds: ['summary', 'work', 'education', 'languages', 'courses', 'other'],
  },
  Dutch: {
    text: `Curriculum Vitae

Persoonlijke gegevens
Sanne Voorbeeld, Utrecht

Werkervaring
2016 – heden Voorbeeld BV

Opleidingen en cursussen
2012 HBO Informatica

Vaardigheden
Linux

Talenkennis
Engels

Hobby's en interesses
Schaatsen`,
    kinds: ['contact', 'work', 'courses', 'skills', 'languages', 'interests'],
  },
  Portuguese: {
    text: `João Exemplo

Objetivo
Analista

Experiência Profissional
2019 – atual Empresa Exemplo

Formação Acadêmica
2015 Engenharia

Habilidades e Competências
Excel

Idiomas
Inglês

Informações adicionais
Disponibilidade para viagens`,
    kinds: ['summary', 'work', 'education', 'skills', 'languages', 'other'],
  },
  Italian: {
    text: `INFORMAZIONI PERSONALI
Giulia Esempio

ESPERIENZA LAVORATIVA
2018 – oggi Esempio S.p.A.

ISTRUZIONE E FORMAZIONE
2013 Laurea

CAPACITÀ E COMPETENZE PERSONALI
Ascolto

MADRELINGUA
Italiano

PATENTE
B`,
    kinds: ['contact', 'work', 'education', 'skills', 'languages', 'other'],
  },
  'Chinese, simplified': {
    text: `个人简历
李小例

教育背景
2010—2014 例子大学 计算机

工作经历
2014 至今 例子公司

专业技能
Python

语言能力
英语

自我评价
认真`,
    kinds: ['education', 'work', 'skills', 'languages', 'summary'],
  },
  'Chinese, traditional': {
    text: '王小例\n\n學歷\n例子大學\n\n工作經驗\n例子公司\n\n專業技能\nExcel\n\n證照\n乙級\n\n興趣愛好\n登山',
    kinds: ['education', 'work', 'skills', 'certificates', 'interests'],
  },
  Japanese: {
    text: `職務経歴書
例田 太郎

■職務要約
営業

■職務経歴
2015年4月 株式会社例

【学歴・職歴】
2011年4月 例大学 入学

免許・資格
普通自動車免許

■ 活かせる経験・知識・技術
折衝

自己ＰＲ
粘り強さ

本人希望記入欄
なし`,
    kinds: ['summary', 'work', 'education', 'work', 'certificates', 'skills', 'summary', 'other'],
  },
  'Japanese, spaced and in a table': {
    text: '履歴書\n例田 花子\n\n学　歴\n2011年 例大学\n\n職　歴\n2015年 株式会社例\n\n資　格\t簿記二級',
    kinds: ['education', 'work', 'certificates'],
  },
}

/** Languages whose CVs differ from the others in their headings alone: `kind: heading` by lines. */
const HEADINGS: Record<string, Partial<Record<SectionKind, string>>> = {
  Polish: {
    summary: 'Profil zawodowy',
    work: 'DOŚWIADCZENIE ZAWODOWE',
    education: 'Wykształcenie',
    languages: 'Języki obce',
    courses: 'Kursy i szkolenia',
    interests: 'Zainteresowania',
  },
  Czech: {
    work: 'Pracovní zkušenosti',
    education: 'VZDĚLÁNÍ',
    languages: 'Jazykové znalosti',
    skills: 'Počítačové znalosti',
    interests: 'Zájmy',
  },
  Swedish: {
    summary: 'Om mig',
    work: 'Arbetslivserfarenhet',
    education: 'UTBILDNING',
    skills: 'Kompetenser',
    references: 'Referenser',
  },
  Danish: {
    work: 'Erhvervserfaring',
    education: 'Uddannelse',
    courses: 'Kurser',
    languages: 'Sprog',
    interests: 'Fritidsinteresser',
  },
  Norwegian: {
    work: 'Arbeidserfaring',
    education: 'Utdanning',
    skills: 'Ferdigheter',
    volunteer: 'Verv og frivillig arbeid',
  },
  Finnish: {
    work: 'Työkokemus',
    education: 'Koulutus',
    languages: 'Kielitaito',
    interests: 'Harrastukset',
    references: 'Suosittelijat',
  },
  'Turkish, in capitals': {
    work: 'İŞ DENEYİMİ',
    education: 'EĞİTİM',
    languages: 'YABANCI DİL',
    skills: 'TEKNİK BECERİLER',
    interests: 'İLGİ ALANLARI',
  },
  Korean: {
    work: '경력사항',
    education: '학력사항',
    certificates: '자격증',
    languages: '외국어',
    awards: '수상경력',
  },
  Russian: {
    work: 'Опыт работы',
    education: 'ОБРАЗОВАНИЕ',
    languages: 'Знание языков',
    skills: 'Ключевые навыки',
    summary: 'О себе',
  },
  Romanian: {
    work: 'Experiență profesională',
    education: 'Educație și formare',
    languages: 'Limbi străine',
    skills: 'Competențe digitale',
  },
  Hungarian: {
    work: 'Szakmai tapasztalat',
    education: 'Tanulmányok',
    languages: 'Nyelvtudás',
    skills: 'Számítógépes ismeretek',
  },
}

describe('the sections of a CV', () => {
  for (const [language, {text, kinds}] of Object.entries(CVS)) {
    it(`are found in ${language}`, () => expect(kindsOf(text)).to.deep.equal(kinds))
  }

  for (const [language, headings] of Object.entries(HEADINGS)) {
    it(`are found in ${language}`, () => {
      const text = Object.values(headings).map((heading) => `${heading}\nExample 1`)
      expect(kindsOf(['Ada Example', ...text].join('\n\n'))).to.deep.equal(Object.keys(headings))
    })
  }

  it('tell their page, their line in the whole text and their own words', () => {
    const text = '# Ada Beispiel\n\n## Experience\nPilot\n\n## **Education:**\nSchool'
    expect(findSections(text, [1, 6])).to.deep.equal([
      {kind: 'work', heading: 'Experience', page: 1, line: 3},
      {kind: 'education', heading: 'Education', page: 2, line: 6},
    ])
  })

  for (const heading of [
    'EXPERIENCE',
    'E X P E R I E N C E',
    'W O R K   E X P E R I E N C E',
    'Experience:',
    '1. Experience',
    'II. Experience',
    '💼 Experience',
    '■ Experience',
    '=== Experience ===',
    '- Experience -',
    '**Experience**',
    'Experience (continued)',
    'Relevant professional experience',
    'My Experience',
  ]) {
    it(`are found under ${JSON.stringify(heading)}`, () =>
      expect(kindsOf(`Ada Beispiel\n\n${heading}\nPilot, 2010 – 2012`)).to.deep.equal(['work']))
  }

  it('begin together under one heading that names several', () => {
    expect(kindsOf('Ada\n\nEXPERIENCE & EDUCATION\nPilot')).to.deep.equal(['work', 'education'])
    expect(kindsOf('Ada\n\nCertifications, Skills & Interests\nJudo')).to.deep.equal([
      'certificates',
      'skills',
      'interests',
    ])
    expect(kindsOf('Ada\n\n## Leadership & Volunteering\nJudo')).to.deep.equal(['volunteer'])
  })

  it('may begin on the line of their heading, after a colon, in a table or beside a margin', () => {
    expect(kindsOf('Ada\n\nWORK\nPilot\n\nLanguages: German, English')).to.deep.equal(['work', 'languages'])
    expect(kindsOf('Ada\n\nWork\tPilot\nEducation\tSchool')).to.deep.equal(['work', 'education'])
    expect(
      kindsOf('Ada\n\nExperience Example Air Ltd\nPilot\n\nEducation Flight School\n\nSkills Flying Radio'),
    ).to.deep.equal(['work', 'education', 'skills'])
  })

  it('are not found inside sentences, lists and entries', () => {
    for (const text of [
      'I have ten years of professional\nexperience\nin cookery.',
      'She led Human Resources, Customer Service and\nEducation\nand left.',
      'Skilled in many things.\n- Languages\n- Projects\n* Education',
      'Education Officer, Ministry of Examples',
      'Experience with Java: seven years',
      'Project 1\nProject 2',
    ]) {
      expect(kindsOf(text), text).to.deep.equal([])
    }
  })

  it('hold the courses of a school that are set below it, and begin with courses that are not', () => {
    const above = 'Ada\n\n## Work\nPilot\n\n## Education\nHill School'
    const below = '## Skills\nFlying'
    for (const courses of ['### Courses', 'Courses', '  Courses']) {
      expect(kindsOf(`${above}\n\n${courses}\nRadio\n\n${below}`), courses).to.deep.equal([
        'work',
        'education',
        'skills',
      ])
    }
    expect(kindsOf(`${above}\n\n## Courses\nRadio\n\n${below}`)).to.include('courses')
    expect(kindsOf('Education\nHill School\n\n  Courses\n  Radio\n\nSkills\nFlying')).to.not.include(
      'courses',
    )
    expect(kindsOf('Education\nHill School\n\nCourses\nRadio\n\nSkills\nFlying')).to.include('courses')
  })

  it('hold tables whose first column is called as they are', () => {
    const table = 'Qualification\tYear\tSchool\nBachelor\t2012\tHill School'
    expect(kindsOf(`Ada\n\nEducational Qualification\n\n${table}`)).to.deep.equal(['education'])
  })

  const INDIAN: [heading: string, kind: string][] = [
    ['Educational Qualification', 'education'],
    ['Educational Qualification(s)', 'education'],
    ['ACADEMIC QUALIFICATION', 'education'],
    ['Education & Qualification', 'education'],
    ['Scholastics', 'education'],
    ['Professional Synopsis', 'summary'],
    ['Organizational Experience', 'work'],
    ['Summer Internship', 'work'],
    ['Computer Proficiency', 'skills'],
    ['Languages Known', 'languages'],
    ['Academic Project', 'projects'],
    ['Industrial Training', 'courses'],
    ['Co-Curricular & Extra-Curricular Activities', 'volunteer'],
    ['Areas of Interest', 'interests'],
    ['Personal Dossier', 'contact'],
  ]
  for (const [heading, kind] of INDIAN) {
    it(`are found under ${heading}, as CVs in India call it`, () =>
      expect(kindsOf(`Ada Beispiel\n\n${heading}\nMore`)).to.deep.equal([kind]))
  }

  it('do not take labels inside an entry for headings', () => {
    expect(
      kindsOf('SKILLS\nLanguages\nJava, Python\nTools\nGit\n\nEDUCATION\nSchool\n\nEXPERIENCE\nPilot'),
    ).to.deep.equal(['skills', 'education', 'work'])
    expect(kindsOf('WORK\nPilot\nSkills: Radio\nCook\nSkills: Soup')).to.deep.equal(['work'])
  })

  it('end before a part that is marked as they are and named as no other', () => {
    const parts = ['Work', 'Education', 'Skills', 'Languages', 'Awards', 'Hackathons', 'Interests']
    const text = `# Ada\n${parts.map((part) => `## ${part}\nEnglish`).join('\n')}`
    expect(kindsOf(text)).to.deep.equal([
      'work',
      'education',
      'skills',
      'languages',
      'awards',
      'other',
      'interests',
    ])
  })

  it('are not begun by a label that heads a list in a job', () => {
    const text = `Ada Example

WORK

May 2017 to date
Example Ltd
Head of Sales
Skills:
- Reports

June 2011 to April 2017
Sample Ltd
Clerk

EDUCATION

Example School`
    expect(kindsOf(text)).to.deep.equal(['work', 'education'])
  })

  for (const heading of [
    'EDUCATION AND QUALIFICATIONS',
    'STUDIUM UND WEITERBILDUNG',
    'ÉTUDES ET FORMATION',
  ]) {
    it(`are found under ${heading}, joined in capitals`, () => {
      expect(kindsOf(`Ada Example\n\n${heading}\n\nExample School`)).to.include('education')
    })
  }

  it('go on where entries are marked as they are', () => {
    const text = '## Work\n## Pilot\n## Cook\n## Education\n## Hill School\n## Skills\nFlying'
    expect(kindsOf(text)).to.deep.equal(['work', 'education', 'skills'])
  })

  it('leave the languages that people speak a section of their own', () => {
    expect(kindsOf('Skills\nJava\n\nLanguages\nGerman, English')).to.deep.equal(['skills', 'languages'])
  })

  it('are not begun by a table of contents', () => {
    expect(kindsOf('Ada\n\nWork\nSkills\n\nWork\nPilot\n\nSkills\nFlying')).to.deep.equal(['work', 'skills'])
  })
})
