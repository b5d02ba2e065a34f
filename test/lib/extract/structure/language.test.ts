import {expect} from 'chai'
import {detectLanguage} from '#lib/extract/structure/language.js'
import {findSections} from '#lib/extract/structure/sections.js'

const languageOf = (text: string) =>
  detectLanguage(
    text,
    findSections(text).map(({heading}) => heading),
  )

const CVS: [language: string, what: string, text: string][] = [
  [
    'de',
    'a cook',
    'Jörg Beispielmann\nBerufserfahrung\n2015 – heute Küchenchef im Gasthaus zur Linde\nAusbildung\n2010 Lehre zum Koch',
  ],
  [
    'de',
    'a developer among English names of tools',
    'Beruflicher Werdegang\n2018 – heute Senior Software Engineer, Muster GmbH\n- Entwicklung von Microservices mit Java, Spring Boot, Docker und Kubernetes\n- CI/CD mit GitLab, Terraform, AWS, Prometheus\nKenntnisse\nJavaScript, TypeScript, React, Node.js, GraphQL, Scrum, Clean Code, Test Driven Development',
  ],
  [
    'de',
    'hardly a German word but the headings',
    'Max Muster\nDevOps Engineer\n\nBerufserfahrung\nCloud Engineer, Example Cloud GmbH\nInfrastructure as Code, Monitoring & Alerting, Incident Management\n\nAusbildung\nBachelor of Science\n\nKenntnisse\nMachine Learning, Deep Learning, Stakeholder Management',
  ],
  [
    'en',
    'an engineer',
    'John Example\nSoftware Engineer\nExperience\nBuilt things with Java, Kubernetes and AWS\nEducation\nBSc Computer Science',
  ],
  [
    'en',
    'a cook from Milan',
    'Giovanni Esempio\nMilano, Italia\nExperience\nChef at Ristorante Da Mario, Milano\nEducation\nIstituto Alberghiero, Milano\nLanguages\nItalian, English',
  ],
  [
    'fr',
    'in capitals',
    'CHLOÉ EXEMPLE\nEXPÉRIENCES PROFESSIONNELLES\n2019 – aujourd’hui : Développeuse full stack, React, Docker\nFORMATION\n2015 : Diplôme d’ingénieur',
  ],
  [
    'es',
    'a nurse',
    'Lucía Ejemplo\nExperiencia laboral\n2018 – actualidad Hospital de Ejemplo\nFormación académica\n2012 Grado en Enfermería',
  ],
  [
    'nl',
    'a clerk',
    'Sanne Voorbeeld, Utrecht\nWerkervaring\n2016 – heden Voorbeeld BV, medewerker klantenservice\nOpleidingen\n2012 HBO',
  ],
  [
    'pt',
    'an analyst',
    'João Exemplo\nObjetivo\nAnalista de sistemas\nExperiência Profissional\n2019 – atual Empresa Exemplo, desenvolvimento de relatórios',
  ],
  [
    'it',
    'a clerk',
    'INFORMAZIONI PERSONALI\nGiulia Esempio\nESPERIENZA LAVORATIVA\n2018 – oggi Impiegata amministrativa\nISTRUZIONE E FORMAZIONE\n2013 Laurea in economia',
  ],
  [
    'zh',
    'simplified, with tools',
    '个人简历\n李小例\n教育背景\n例子大学 计算机\n工作经历\n2014 至今 例子公司 Java Spring Boot MySQL Redis Kafka',
  ],
  ['zh', 'traditional', '王小例\n學歷\n例子大學\n工作經驗\n例子公司 資深工程師\n專業技能\nExcel, Python'],
  [
    'ja',
    'prose',
    '職務経歴書\n例田 太郎\n■職務要約\n営業として勤務しました\n■職務経歴\n2015年4月 株式会社例 AWS, Java, Python',
  ],
  [
    'ja',
    'a form without kana',
    '履歴書\n氏名 例田花子\n学歴\n平成22年 例大学 卒業\n職歴\n平成22年 株式会社例 入社',
  ],
  ['ko', 'a developer', '이력서\n홍길동\n경력\n2015년 예시 주식회사 개발자\n학력\n예시대학교 컴퓨터공학과'],
  [
    'pl',
    'a programmer',
    'Łukasz Przykładowy\nDoświadczenie zawodowe\n2015 – obecnie Programista, Przykład Sp. z o.o.\nWykształcenie\nPolitechnika',
  ],
  [
    'sv',
    'a nurse',
    'Anna Exempel\nArbetslivserfarenhet\n2015 – nu Sjuksköterska, Sjukhuset\nUtbildning\nSjuksköterskeprogrammet',
  ],
]

describe('the language of a text', () => {
  for (const [language, what, text] of CVS) {
    it(`is ${language}: ${what}`, async () => expect(await languageOf(text)).to.equal(language))
  }

  for (const text of [
    'Ada',
    'ada@example.com\n+49 30 123456\nhttps://example.com/a/german/path/of/some/length',
    'C++, AWS, GCP, CI/CD, K8s, SQL, HTML5, CSS3, PHP, JPA, JSP, XML',
    '1815 2024 33 % 12,50',
  ]) {
    it(`is not told of ${JSON.stringify(text)}`, async () => expect(await languageOf(text)).to.equal(null))
  }
})
