import type {SampleCv} from './cvs.ts'

/** More CVs of people who do not exist, in templates unlike those of `cvs.ts`; their truth was written before they were read. */
export const UNLIKE_CVS: SampleCv[] = [
  {
    title: 'company, title, place and dates on one line',
    language: 'en',
    text: `ROSALIND ACHTERBERG
Boulder, CO 80302 | 303-555-0142 | rosalind.achterberg@example.com | linkedin.com/in/rosalindachterberg

PROFESSIONAL SUMMARY
Supply planner with nine years in outdoor goods.

WORK HISTORY
Peakline Outfitters — Senior Demand Planner | Boulder, CO | Jan 2020–Present
• Forecasts 4,000 SKUs across three channels.
• Cut stock-outs by a third in 2021.

Greenbriar Foods — Inventory Analyst | Fort Collins, CO | Jun 2016–Dec 2019
• Built the weekly replenishment report.

Tumbleweed Coffee — Shift Lead | Fort Collins, CO | 2014–2016

EDUCATION
Colorado State University — B.S., Business Administration | Fort Collins, CO | 2012–2016

CORE SKILLS
Demand planning • SQL • Tableau • Vendor management`,
    basics: {
      name: 'Rosalind Achterberg',
      email: 'rosalind.achterberg@example.com',
      phone: '+13035550142',
      location: {city: 'Boulder', region: 'CO', postalCode: '80302', countryCode: 'US'},
    },
    work: [
      {
        name: 'Peakline Outfitters',
        position: 'Senior Demand Planner',
        location: 'Boulder, CO',
        startDate: '2020-01',
        endDate: undefined,
      },
      {
        name: 'Greenbriar Foods',
        position: 'Inventory Analyst',
        location: 'Fort Collins, CO',
        startDate: '2016-06',
        endDate: '2019-12',
      },
      {
        name: 'Tumbleweed Coffee',
        position: 'Shift Lead',
        location: 'Fort Collins, CO',
        startDate: '2014',
        endDate: '2016',
      },
    ],
    education: [
      {
        institution: 'Colorado State University',
        studyType: 'B.S.',
        area: 'Business Administration',
        startDate: '2012',
        endDate: '2016',
      },
    ],
    skills: [{name: 'Demand planning'}, {name: 'SQL'}, {name: 'Tableau'}, {name: 'Vendor management'}],
  },
  {
    title: 'title at company (years), degree from school',
    language: 'en',
    text: `Kofi Mensah-Larkin
Data Engineer
kofi@mensahlarkin.example · github.com/kmensahlarkin · Leeds, UK · 07700 900461

About me
I move data from where it is to where it should be.

Employment
Data Engineer at Brightwater Utilities (2019-present)
Owner of the metering pipeline. Moved it from cron to Airflow.

Junior Developer at Pixel & Thread (2016-2019)
Maintained shop back ends in PHP.

Summer Intern at the Met Office (Summer 2015)

Qualifications
MSc Data Science from University of Leeds (2015-2016)
BSc Mathematics from University of Hull (2012-2015)

Technical skills
Languages: Python, SQL, PHP
Tools: Airflow, dbt, Terraform

Languages
English (native), Twi (conversational)`,
    basics: {
      name: 'Kofi Mensah-Larkin',
      label: 'Data Engineer',
      email: 'kofi@mensahlarkin.example',
      phone: '+447700900461',
      location: {city: 'Leeds', countryCode: 'GB'},
    },
    work: [
      {name: 'Brightwater Utilities', position: 'Data Engineer', startDate: '2019', endDate: undefined},
      {name: 'Pixel & Thread', position: 'Junior Developer', startDate: '2016', endDate: '2019'},
      {name: 'Met Office', position: 'Summer Intern', startDate: '2015', endDate: '2015'},
    ],
    education: [
      {
        institution: 'University of Leeds',
        studyType: 'MSc',
        area: 'Data Science',
        startDate: '2015',
        endDate: '2016',
      },
      {
        institution: 'University of Hull',
        studyType: 'BSc',
        area: 'Mathematics',
        startDate: '2012',
        endDate: '2015',
      },
    ],
    skills: [
      {name: 'Languages', keywords: ['Python', 'SQL', 'PHP']},
      {name: 'Tools', keywords: ['Airflow', 'dbt', 'Terraform']},
    ],
    languages: [
      {language: 'English', fluency: 'native'},
      {language: 'Twi', fluency: 'conversational'},
    ],
  },
  {
    title: 'title, company and place, dates on three lines',
    language: 'en',
    text: `# Imogen Vasquez-Tremblay

Toronto, ON

imogen.vt@example.ca

(416) 555-0177

# Experience

## Veterinary Technologist

Lakeshore Animal Hospital, Toronto, ON

March 2018 to present

Assists in surgery and dentistry. Trains two assistants.

## Kennel Attendant

Paws Inn, Mississauga, ON

September 2015 to February 2018

# Education

## Diploma in Veterinary Technology

Seneca College, King City, ON

2013 to 2015

# Certifications

Registered Veterinary Technician, OAVT, 2015

# Skills

Anaesthesia monitoring

Radiography

Client communication`,
    basics: {
      name: 'Imogen Vasquez-Tremblay',
      email: 'imogen.vt@example.ca',
      phone: '+14165550177',
      location: {city: 'Toronto', region: 'ON', countryCode: 'CA'},
    },
    work: [
      {
        name: 'Lakeshore Animal Hospital',
        position: 'Veterinary Technologist',
        location: 'Toronto, ON',
        startDate: '2018-03',
        endDate: undefined,
      },
      {
        name: 'Paws Inn',
        position: 'Kennel Attendant',
        location: 'Mississauga, ON',
        startDate: '2015-09',
        endDate: '2018-02',
      },
    ],
    education: [
      {
        institution: 'Seneca College',
        studyType: 'Diploma',
        area: 'Veterinary Technology',
        startDate: '2013',
        endDate: '2015',
      },
    ],
    skills: [{name: 'Anaesthesia monitoring'}, {name: 'Radiography'}, {name: 'Client communication'}],
    certificates: [{name: 'Registered Veterinary Technician', issuer: 'OAVT', date: '2015'}],
  },
  {
    title: 'a table of dates, title, company',
    language: 'en',
    text: `Name:\tPiotr Zawadzki
E-mail:\tpiotr.zawadzki@example.pl
Telephone:\t+48 22 555 01 23
Address:\tul. Kwiatowa 7, 00-950 Warszawa, Poland

EMPLOYMENT RECORD
Dates\tPosition\tEmployer
05/2017 – now\tBridge Inspector\tMostoprojekt
09/2012 – 04/2017\tSite Engineer\tBudowa Wschód
2010 – 2012\tDraughtsman\tPracownia Linia

EDUCATION
Dates\tDegree\tSchool
2005 – 2010\tMSc Civil Engineering\tWarsaw University of Technology

LANGUAGES
Polish\tnative
English\tC1
German\tA2`,
    basics: {
      name: 'Piotr Zawadzki',
      email: 'piotr.zawadzki@example.pl',
      phone: '+48225550123',
      location: {
        address: 'ul. Kwiatowa 7',
        postalCode: '00-950',
        city: 'Warszawa',
        countryCode: 'PL',
      },
    },
    work: [
      {name: 'Mostoprojekt', position: 'Bridge Inspector', startDate: '2017-05', endDate: undefined},
      {name: 'Budowa Wschód', position: 'Site Engineer', startDate: '2012-09', endDate: '2017-04'},
      {name: 'Pracownia Linia', position: 'Draughtsman', startDate: '2010', endDate: '2012'},
    ],
    education: [
      {
        institution: 'Warsaw University of Technology',
        studyType: 'MSc',
        area: 'Civil Engineering',
        startDate: '2005',
        endDate: '2010',
      },
    ],
    languages: [
      {language: 'Polish', fluency: 'native'},
      {language: 'English', fluency: 'C1'},
      {language: 'German', fluency: 'A2'},
    ],
  },
  {
    title: 'German, with seit, in a table of times',
    language: 'de',
    text: `# Lebenslauf

## Persönliche Daten
Name\tHenrike Stallmeister
Anschrift\tLindenallee 14, 48149 Münster
Telefon\t0251 5550199
E-Mail\thenrike.stallmeister@example.de
Geburtsdatum\t12.04.1988

## Berufspraxis
seit 03/2019\tTeamleiterin Einkauf
\tWestfälische Armaturen GmbH, Münster
\t- Führung von fünf Mitarbeitenden
\t- Einführung der Lieferantenbewertung
08/2013 – 02/2019\tEinkäuferin
\tHolzbau Terhorst KG, Coesfeld

## Ausbildung
10/2010 – 07/2013\tBachelor of Arts, Betriebswirtschaft
\tFachhochschule Münster
08/2007 – 06/2010\tAusbildung zur Industriekauffrau
\tStadtwerke Rheine

## Kenntnisse
SAP MM\tsehr gut
Excel\tsehr gut

## Sprachen
Deutsch\tMuttersprache
Englisch\tverhandlungssicher
Niederländisch\tGrundkenntnisse`,
    basics: {
      name: 'Henrike Stallmeister',
      email: 'henrike.stallmeister@example.de',
      phone: '+492515550199',
      location: {address: 'Lindenallee 14', postalCode: '48149', city: 'Münster'},
    },
    work: [
      {
        name: 'Westfälische Armaturen GmbH',
        position: 'Teamleiterin Einkauf',
        location: 'Münster',
        startDate: '2019-03',
        endDate: undefined,
      },
      {
        name: 'Holzbau Terhorst KG',
        position: 'Einkäuferin',
        location: 'Coesfeld',
        startDate: '2013-08',
        endDate: '2019-02',
      },
    ],
    education: [
      {
        institution: 'Fachhochschule Münster',
        studyType: 'Bachelor of Arts',
        area: 'Betriebswirtschaft',
        startDate: '2010-10',
        endDate: '2013-07',
      },
      {
        institution: 'Stadtwerke Rheine',
        studyType: 'Ausbildung',
        area: 'Industriekauffrau',
        startDate: '2007-08',
        endDate: '2010-06',
      },
    ],
    skills: [
      {name: 'SAP MM', level: 'sehr gut'},
      {name: 'Excel', level: 'sehr gut'},
    ],
    languages: [
      {language: 'Deutsch', fluency: 'Muttersprache'},
      {language: 'Englisch', fluency: 'verhandlungssicher'},
      {language: 'Niederländisch', fluency: 'Grundkenntnisse'},
    ],
  },
  {
    title: 'French, the sidebar read first',
    language: 'fr',
    text: `CONTACT
06 39 98 01 42
solene.kerbrat@example.fr
29200 Brest

COMPÉTENCES
Pâtisserie fine
Gestion des stocks
Normes HACCP

LANGUES
Français : langue maternelle
Anglais : B2
Breton : notions

CENTRES D'INTÉRÊT
Voile, chant choral

Solène KERBRAT
Cheffe pâtissière

EXPÉRIENCES PROFESSIONNELLES
Cheffe pâtissière – Le Goéland Bleu, Brest
Depuis septembre 2020
• Création de la carte des desserts
• Encadrement de deux apprentis

Pâtissière – Maison Quéméneur, Quimper
De juin 2016 à août 2020

FORMATION
CAP Pâtissier – CFA de Quimper
2014 – 2016
Baccalauréat littéraire – Lycée de Cornouaille
2014`,
    basics: {
      name: 'Solène KERBRAT',
      label: 'Cheffe pâtissière',
      email: 'solene.kerbrat@example.fr',
      phone: '+33639980142',
      location: {postalCode: '29200', city: 'Brest'},
    },
    work: [
      {
        name: 'Le Goéland Bleu',
        position: 'Cheffe pâtissière',
        location: 'Brest',
        startDate: '2020-09',
        endDate: undefined,
      },
      {
        name: 'Maison Quéméneur',
        position: 'Pâtissière',
        location: 'Quimper',
        startDate: '2016-06',
        endDate: '2020-08',
      },
    ],
    education: [
      {
        institution: 'CFA de Quimper',
        studyType: 'CAP',
        area: 'Pâtissier',
        startDate: '2014',
        endDate: '2016',
      },
      {institution: 'Lycée de Cornouaille', studyType: 'Baccalauréat', area: 'littéraire', endDate: '2014'},
    ],
    skills: [{name: 'Pâtisserie fine'}, {name: 'Gestion des stocks'}, {name: 'Normes HACCP'}],
    languages: [
      {language: 'Français', fluency: 'langue maternelle'},
      {language: 'Anglais', fluency: 'B2'},
      {language: 'Breton', fluency: 'notions'},
    ],
  },
  {
    title: 'Dutch, years before the title, company in bold below',
    language: 'nl',
    text: `**Curriculum Vitae**

Naam: Jorrit van der Wielen
Adres: Prinsengracht 900, 1017 KN Amsterdam
Telefoon: 06 12345678
E-mail: jorrit@vanderwielen.example

**Werkervaring**

2018 - heden: Conservator
**Scheepvaartmuseum De Kaap**, Hoorn
- Beheer van de collectie scheepsmodellen
- Tentoonstellingen

2012 - 2018: Medewerker depot
**Stadsarchief Enkhuizen**, Enkhuizen

**Opleiding**

2008 - 2012: Bachelor Cultureel Erfgoed
Reinwardt Academie, Amsterdam

**Talen**

Nederlands (moedertaal), Engels (vloeiend), Fries (goed)`,
    basics: {
      name: 'Jorrit van der Wielen',
      email: 'jorrit@vanderwielen.example',
      phone: '+31612345678',
      location: {address: 'Prinsengracht 900', postalCode: '1017 KN', city: 'Amsterdam'},
    },
    work: [
      {
        name: 'Scheepvaartmuseum De Kaap',
        position: 'Conservator',
        location: 'Hoorn',
        startDate: '2018',
        endDate: undefined,
      },
      {
        name: 'Stadsarchief Enkhuizen',
        position: 'Medewerker depot',
        location: 'Enkhuizen',
        startDate: '2012',
        endDate: '2018',
      },
    ],
    education: [
      {
        institution: 'Reinwardt Academie',
        studyType: 'Bachelor',
        area: 'Cultureel Erfgoed',
        startDate: '2008',
        endDate: '2012',
      },
    ],
    languages: [
      {language: 'Nederlands', fluency: 'moedertaal'},
      {language: 'Engels', fluency: 'vloeiend'},
      {language: 'Fries', fluency: 'goed'},
    ],
  },
  {
    title: 'Spanish, company in capitals, title and months below',
    language: 'es',
    text: `Almudena Rioja Castellví
Farmacéutica comunitaria
C/ Mayor 3, 50001 Zaragoza · Tel. 612 345 678 · almudena.rioja@example.es

EXPERIENCIA LABORAL

FARMACIA GOYA (Zaragoza)
Farmacéutica adjunta
Enero 2019 – Actualidad
– Dispensación y atención al paciente
– Formación de auxiliares

LABORATORIOS EBRO, S.L. (Huesca)
Técnica de calidad
Marzo 2016 – Diciembre 2018

FORMACIÓN ACADÉMICA

Grado en Farmacia
Universidad de Navarra, 2011 – 2016

IDIOMAS
Español: nativo
Inglés: B2
Francés: A2`,
    basics: {
      name: 'Almudena Rioja Castellví',
      label: 'Farmacéutica comunitaria',
      email: 'almudena.rioja@example.es',
      phone: '+34612345678',
      location: {address: 'C/ Mayor 3', postalCode: '50001', city: 'Zaragoza'},
    },
    work: [
      {
        name: 'FARMACIA GOYA',
        position: 'Farmacéutica adjunta',
        location: 'Zaragoza',
        startDate: '2019-01',
        endDate: undefined,
      },
      {
        name: 'LABORATORIOS EBRO, S.L.',
        position: 'Técnica de calidad',
        location: 'Huesca',
        startDate: '2016-03',
        endDate: '2018-12',
      },
    ],
    education: [
      {
        institution: 'Universidad de Navarra',
        studyType: 'Grado',
        area: 'Farmacia',
        startDate: '2011',
        endDate: '2016',
      },
    ],
    languages: [
      {language: 'Español', fluency: 'nativo'},
      {language: 'Inglés', fluency: 'B2'},
      {language: 'Francés', fluency: 'A2'},
    ],
  },
  {
    title: 'Japanese 履歴書, a table of events',
    language: 'ja',
    text: `履歴書
2024年5月1日現在
ふりがな\tみずしま　さくら
氏名\t水島　さくら
生年月日\t1992年8月14日生（満31歳）\t女
現住所\t〒812-0011 福岡県福岡市博多区博多駅前3-2-1
電話\t090-5555-0134
E-mail\tsakura.mizushima@example.jp

年\t月\t学歴・職歴
\t\t学歴
2008\t4\t福岡県立青葉高等学校 入学
2011\t3\t福岡県立青葉高等学校 卒業
2011\t4\t九州文化大学 文学部 英文学科 入学
2015\t3\t九州文化大学 文学部 英文学科 卒業
\t\t職歴
2015\t4\t株式会社はかた旅行社 入社
2019\t9\t株式会社はかた旅行社 退職
2019\t10\t玄海フェリー株式会社 入社
\t\t現在に至る
\t\t以上

年\t月\t免許・資格
2012\t8\t普通自動車第一種運転免許 取得
2016\t11\t総合旅行業務取扱管理者 合格`,
    basics: {
      name: '水島 さくら',
      email: 'sakura.mizushima@example.jp',
      phone: '+819055550134',
      location: {
        postalCode: '812-0011',
        region: '福岡県',
        city: '福岡市',
        address: '博多区博多駅前3-2-1',
        countryCode: 'JP',
      },
    },
    work: [
      {name: '株式会社はかた旅行社', startDate: '2015-04', endDate: '2019-09'},
      {name: '玄海フェリー株式会社', startDate: '2019-10', endDate: undefined},
    ],
    education: [
      {institution: '福岡県立青葉高等学校', startDate: '2008-04', endDate: '2011-03'},
      {institution: '九州文化大学', area: '文学部 英文学科', startDate: '2011-04', endDate: '2015-03'},
    ],
    certificates: [
      {name: '普通自動車第一種運転免許', date: '2012-08'},
      {name: '総合旅行業務取扱管理者', date: '2016-11'},
    ],
  },
  {
    title: 'Japanese 職務経歴書',
    language: 'ja',
    text: `職務経歴書
2024年6月10日
氏名：堀川 拓也

■職務要約
約8年間、Webアプリケーションの開発に従事。

■職務経歴
株式会社ミナトシステムズ（2019年7月～現在）
事業内容：物流向けSaaSの開発
雇用形態：正社員
役職：テックリード
・在庫管理システムの設計
・5名のチームの育成

株式会社カゼノオト（2015年4月～2019年6月）
事業内容：Web制作
役職：エンジニア
・ECサイトの構築

■活かせる経験・知識・技術
言語：TypeScript、Go
インフラ：AWS、Terraform

■資格
基本情報技術者試験（2016年11月）`,
    basics: {name: '堀川 拓也'},
    work: [
      {
        name: '株式会社ミナトシステムズ',
        position: 'テックリード',
        startDate: '2019-07',
        endDate: undefined,
      },
      {name: '株式会社カゼノオト', position: 'エンジニア', startDate: '2015-04', endDate: '2019-06'},
    ],
    skills: [
      {name: '言語', keywords: ['TypeScript', 'Go']},
      {name: 'インフラ', keywords: ['AWS', 'Terraform']},
    ],
    certificates: [{name: '基本情報技術者試験', date: '2016-11'}],
  },
  {
    title: 'Chinese, dates, company and title on one line',
    language: 'zh',
    text: `沈若曦
求职意向：产品经理
电话：139-0000-5678 | 邮箱：shenruoxi@example.cn | 现居：杭州

教育背景
2013.09-2017.06    浙江工商大学    电子商务（本科）

工作经历
2020.03-至今    杭州云栈网络科技有限公司    产品经理
1. 负责商家后台的规划
2. 推动订单流程改版

2017.07-2020.02    宁波海桥信息技术有限公司    产品助理
1. 撰写需求文档

专业技能
Axure、SQL、数据分析

语言能力
英语：CET-6`,
    basics: {
      name: '沈若曦',
      label: '产品经理',
      email: 'shenruoxi@example.cn',
      phone: '+8613900005678',
      location: {city: '杭州'},
    },
    work: [
      {name: '杭州云栈网络科技有限公司', position: '产品经理', startDate: '2020-03', endDate: undefined},
      {name: '宁波海桥信息技术有限公司', position: '产品助理', startDate: '2017-07', endDate: '2020-02'},
    ],
    education: [
      {
        institution: '浙江工商大学',
        studyType: '本科',
        area: '电子商务',
        startDate: '2013-09',
        endDate: '2017-06',
      },
    ],
    skills: [{name: 'Axure'}, {name: 'SQL'}, {name: '数据分析'}],
    languages: [{language: '英语', fluency: 'CET-6'}],
  },
  {
    title: 'academic, all in one line each',
    language: 'en',
    text: `Dr. Anneliese Fjeldstad
Department of Geosciences, University of Tromsø
a.fjeldstad@example.no

Appointments
Associate Professor, University of Tromsø, 2021–
Lecturer, University of Stavanger, 2018–21
Postdoc, University of Iceland, 2016–18

Education
PhD Glaciology, University of Bergen, 2016. Thesis: Surging of marine-terminating glaciers
MSc Geophysics, University of Oslo, 2011

Publications
Fjeldstad, A. (2022). Calving laws revisited. Journal of Imaginary Glaciology 12, 1–20.
Fjeldstad, A. and Moe, T. (2019). Ice on the move. Nordic Notes 3, 44–51.

Languages: Norwegian (native), English (fluent)`,
    basics: {name: 'Anneliese Fjeldstad', email: 'a.fjeldstad@example.no'},
    work: [
      {
        name: 'University of Tromsø',
        position: 'Associate Professor',
        startDate: '2021',
        endDate: undefined,
      },
      {name: 'University of Stavanger', position: 'Lecturer', startDate: '2018', endDate: '2021'},
      {name: 'University of Iceland', position: 'Postdoc', startDate: '2016', endDate: '2018'},
    ],
    education: [
      {institution: 'University of Bergen', studyType: 'PhD', area: 'Glaciology', endDate: '2016'},
      {institution: 'University of Oslo', studyType: 'MSc', area: 'Geophysics', endDate: '2011'},
    ],
    languages: [
      {language: 'Norwegian', fluency: 'native'},
      {language: 'English', fluency: 'fluent'},
    ],
  },
  {
    title: 'military, without dates',
    language: 'en',
    text: `Staff Sergeant Dwayne Okafor-Hollis
Killeen, TX
254-555-0119
d.okaforhollis@example.com

Objective
To bring twelve years of logistics into a civilian warehouse.

Military Experience

Logistics Supervisor
United States Army, Fort Hood, TX
- Accountable for equipment worth 14 million dollars
- Led a platoon of 28

Motor Transport Operator
United States Army, Fort Bragg, NC
- Drove 40,000 miles without an accident

Education
Associate of Applied Science in Logistics, Central Texas College

Clearance
Secret`,
    basics: {
      name: 'Dwayne Okafor-Hollis',
      email: 'd.okaforhollis@example.com',
      phone: '+12545550119',
      location: {city: 'Killeen', region: 'TX', countryCode: 'US'},
    },
    work: [
      {name: 'United States Army', position: 'Logistics Supervisor', location: 'Fort Hood, TX'},
      {name: 'United States Army', position: 'Motor Transport Operator', location: 'Fort Bragg, NC'},
    ],
    education: [
      {
        institution: 'Central Texas College',
        studyType: 'Associate of Applied Science',
        area: 'Logistics',
      },
    ],
  },
  {
    title: 'as read from a scan: bullets lost, headings where none are',
    language: 'en',
    text: `Bettina Crowhurst

12 Quarry Lane, Bath BA1 5TR
Tel: 01225 555 0188 Email: b.crowhurst@example.co.uk

## Professional Profile

Museum educator who has written programmes for schools and families.

## Career History

Learning Manager, Holburne Gallery 2017 — present
e Wrote the schools programme, now used by 90 schools
e Manages a team of six

## Education Officer, Roman Quay Museum 2011 — 2017

¢ Led tours for visitors of all ages
* Ran the holiday club

## Education and Training

BA (Hons) History, University of Exeter 2007 — 2010
PGCE Primary, Bath Spa University 2010 — 2011

## Skills

Public speaking, budgeting, safeguarding`,
    basics: {
      name: 'Bettina Crowhurst',
      email: 'b.crowhurst@example.co.uk',
      location: {
        address: '12 Quarry Lane',
        postalCode: 'BA1 5TR',
        city: 'Bath',
      },
    },
    work: [
      {name: 'Holburne Gallery', position: 'Learning Manager', startDate: '2017', endDate: undefined},
      {name: 'Roman Quay Museum', position: 'Education Officer', startDate: '2011', endDate: '2017'},
    ],
    education: [
      {
        institution: 'University of Exeter',
        studyType: 'BA (Hons)',
        area: 'History',
        startDate: '2007',
        endDate: '2010',
      },
      {
        institution: 'Bath Spa University',
        studyType: 'PGCE',
        area: 'Primary',
        startDate: '2010',
        endDate: '2011',
      },
    ],
    skills: [{name: 'Public speaking'}, {name: 'budgeting'}, {name: 'safeguarding'}],
  },
]

/** The same again, written after the ones above were read. */
export const MORE_CVS: SampleCv[] = [
  {
    title: 'company and place with dates, title below in italics',
    language: 'en',
    text: `# Marguerite Abernathy-Cho
mabernathy@example.edu | (412) 555-0133 | Pittsburgh, PA | github.com/mabernathy

## Education
**Larimer University**, Pittsburgh, PA	Expected May 2025
*B.S. in Mechanical Engineering, Minor in Robotics*
GPA: 3.8/4.0

## Experience
**Ironbridge Robotics**, Pittsburgh, PA	May 2023 – Aug 2023
*Controls Intern*
- Tuned a gripper controller
- Wrote test rigs in Python

**Abernathy Family Farm**, Zelienople, PA	Summers 2019 – 2021
*Farm Hand*
- Drove tractors

## Skills
**Software:** SolidWorks, MATLAB, ROS
**Machine shop:** mill, lathe`,
    basics: {name: 'Marguerite Abernathy-Cho', email: 'mabernathy@example.edu', phone: '+14125550133'},
    work: [
      {
        name: 'Ironbridge Robotics',
        position: 'Controls Intern',
        location: 'Pittsburgh, PA',
        startDate: '2023-05',
        endDate: '2023-08',
      },
      {
        name: 'Abernathy Family Farm',
        position: 'Farm Hand',
        location: 'Zelienople, PA',
        startDate: '2019',
        endDate: '2021',
      },
    ],
    education: [{institution: 'Larimer University', studyType: 'B.S.', endDate: '2025-05'}],
    skills: [
      {name: 'Software', keywords: ['SolidWorks', 'MATLAB', 'ROS']},
      {name: 'Machine shop', keywords: ['mill', 'lathe']},
    ],
  },
  {
    title: 'as LinkedIn prints it',
    language: 'en',
    text: `Contact
ophelia.brandt@example.com
www.linkedin.com/in/opheliabrandt (LinkedIn)

Top Skills
Negotiation
Contract Law
Mediation

Languages
English (Native or Bilingual)
Danish (Professional Working)

# Ophelia Brandt
General Counsel at Kestrel Shipping
Copenhagen, Capital Region of Denmark, Denmark

## Summary
Maritime lawyer.

## Experience

Kestrel Shipping
General Counsel
January 2020 - Present (4 years 5 months)
Copenhagen, Capital Region, Denmark

Hallam & Vane
5 years 3 months
Senior Associate
April 2017 - December 2019 (2 years 9 months)
Associate
October 2014 - March 2017 (2 years 6 months)

## Education

University of Southampton
Master of Laws (LLM), Maritime Law · (2013 - 2014)

University of Copenhagen
Bachelor of Laws (LLB) · (2010 - 2013)`,
    basics: {name: 'Ophelia Brandt', email: 'ophelia.brandt@example.com'},
    work: [
      {name: 'Kestrel Shipping', position: 'General Counsel', startDate: '2020-01', endDate: undefined},
      {name: 'Hallam & Vane', position: 'Senior Associate', startDate: '2017-04', endDate: '2019-12'},
      {name: 'Hallam & Vane', position: 'Associate', startDate: '2014-10', endDate: '2017-03'},
    ],
    education: [
      {institution: 'University of Southampton', area: 'Maritime Law', startDate: '2013', endDate: '2014'},
      {institution: 'University of Copenhagen', startDate: '2010', endDate: '2013'},
    ],
    skills: [{name: 'Negotiation'}, {name: 'Contract Law'}, {name: 'Mediation'}],
    languages: [
      {language: 'English', fluency: 'Native or Bilingual'},
      {language: 'Danish', fluency: 'Professional Working'},
    ],
  },
  {
    title: 'Indian, in sentences and labels',
    language: 'en',
    text: `CURRICULUM VITAE

VENKATESH SUBRAMANIYAM
Mobile: +91 98400 12345
Email ID: venkat.subramaniyam@example.in

CAREER OBJECTIVE
To work in a growing organisation.

WORK EXPERIENCE
Company: Sundaram Castings Pvt. Ltd., Chennai
Designation: Quality Engineer
Duration: June 2018 to till date
- Vendor audits
- PPAP documents

Company: Kaveri Pumps, Coimbatore
Designation: Graduate Apprentice Trainee
Duration: July 2016 to May 2018

EDUCATIONAL QUALIFICATION
B.E. Mechanical Engineering from Anna University, 2012-2016, 7.9 CGPA
HSC, St. Joseph Higher Secondary School, 2012

LANGUAGES KNOWN
English, Tamil, Hindi`,
    basics: {
      name: 'Venkatesh Subramaniyam',
      email: 'venkat.subramaniyam@example.in',
      phone: '+919840012345',
    },
    work: [
      {
        name: 'Sundaram Castings Pvt. Ltd.',
        position: 'Quality Engineer',
        location: 'Chennai',
        startDate: '2018-06',
        endDate: undefined,
      },
      {
        name: 'Kaveri Pumps',
        position: 'Graduate Apprentice Trainee',
        location: 'Coimbatore',
        startDate: '2016-07',
        endDate: '2018-05',
      },
    ],
    education: [
      {
        institution: 'Anna University',
        studyType: 'B.E.',
        area: 'Mechanical Engineering',
        startDate: '2012',
        endDate: '2016',
      },
      {institution: 'St. Joseph Higher Secondary School', endDate: '2012'},
    ],
    languages: [{language: 'English'}, {language: 'Tamil'}, {language: 'Hindi'}],
  },
  {
    title: 'German, days in the dates, all on one line',
    language: 'de',
    text: `Lebenslauf

Jörg Zimmermann
Am Deich 5, 28199 Bremen
joerg.zimmermann@example.de | 0421 5550143

Beruflicher Werdegang

01.04.2018 – heute   Disponent, Spedition Kühn, Bremen
01.08.2014 – 31.03.2018   Sachbearbeiter Zoll, Hansekontor GmbH & Co. KG, Bremerhaven
Okt. 2012 – Juli 2014   Elternzeit

Schul- und Berufsausbildung

2009 – 2012   Ausbildung zum Kaufmann für Spedition, Reederei Wübben
2009   Realschulabschluss, Wilhelm-Olbers-Schule, Bremen

EDV-Kenntnisse: SAP TM, ATLAS, MS Office
Führerschein: Klasse B, C1`,
    basics: {
      name: 'Jörg Zimmermann',
      email: 'joerg.zimmermann@example.de',
      phone: '+494215550143',
      location: {address: 'Am Deich 5', postalCode: '28199', city: 'Bremen'},
    },
    work: [
      {
        name: 'Spedition Kühn',
        position: 'Disponent',
        location: 'Bremen',
        startDate: '2018-04-01',
        endDate: undefined,
      },
      {
        name: 'Hansekontor GmbH & Co. KG',
        position: 'Sachbearbeiter Zoll',
        location: 'Bremerhaven',
        startDate: '2014-08-01',
        endDate: '2018-03-31',
      },
    ],
    education: [
      {institution: 'Reederei Wübben', studyType: 'Ausbildung', startDate: '2009', endDate: '2012'},
      {institution: 'Wilhelm-Olbers-Schule', studyType: 'Realschulabschluss', endDate: '2009'},
    ],
  },
  {
    title: 'Europass labels in Italian',
    language: 'it',
    text: `CURRICULUM VITAE EUROPASS

INFORMAZIONI PERSONALI
Nome e cognome: Ginevra Pastorelli
Indirizzo: Via Garibaldi 18, 10122 Torino
Telefono: +39 011 555 0166
E-mail: ginevra.pastorelli@example.it
Data di nascita: 03/05/1990

ESPERIENZA PROFESSIONALE

Da marzo 2019 a oggi
Impiegata contabile
Studio Ferraris, Torino
Tenuta della contabilità ordinaria.

Da settembre 2014 a febbraio 2019
Addetta alla reception
Hotel Stella Alpina, Bardonecchia

ISTRUZIONE E FORMAZIONE

2009 – 2013
Laurea triennale in Economia Aziendale
Università degli Studi di Torino

COMPETENZE LINGUISTICHE
Madrelingua: italiano
Inglese: B2
Francese: B1`,
    basics: {
      name: 'Ginevra Pastorelli',
      email: 'ginevra.pastorelli@example.it',
      phone: '+390115550166',
      location: {address: 'Via Garibaldi 18', postalCode: '10122', city: 'Torino'},
    },
    work: [
      {
        name: 'Studio Ferraris',
        position: 'Impiegata contabile',
        location: 'Torino',
        startDate: '2019-03',
        endDate: undefined,
      },
      {
        name: 'Hotel Stella Alpina',
        position: 'Addetta alla reception',
        location: 'Bardonecchia',
        startDate: '2014-09',
        endDate: '2019-02',
      },
    ],
    education: [
      {
        institution: 'Università degli Studi di Torino',
        studyType: 'Laurea triennale',
        area: 'Economia Aziendale',
        startDate: '2009',
        endDate: '2013',
      },
    ],
    languages: [
      {language: 'italiano', fluency: 'Madrelingua'},
      {language: 'Inglese', fluency: 'B2'},
      {language: 'Francese', fluency: 'B1'},
    ],
  },
  {
    title: 'Brazilian, labels in bars',
    language: 'pt',
    text: `Thiago Nascimento Prado
Brasileiro, solteiro, 31 anos
Rua das Acácias, 45 – Campinas – SP
Telefone: (19) 99555-0123 / E-mail: thiago.prado@example.com.br

OBJETIVO
Analista de Logística

FORMAÇÃO
• Graduação em Engenharia de Produção. UNICENTRO, conclusão em 2015.

EXPERIÊNCIA PROFISSIONAL
• 2018-2023 – Transportadora Rio Claro
Cargo: Analista de logística
Principais atividades: roteirização e indicadores.
• 2015-2018 – Frigorífico Boa Mesa
Cargo: Assistente de expedição

IDIOMAS
Inglês – intermediário`,
    basics: {name: 'Thiago Nascimento Prado', email: 'thiago.prado@example.com.br', phone: '+5519995550123'},
    work: [
      {
        name: 'Transportadora Rio Claro',
        position: 'Analista de logística',
        startDate: '2018',
        endDate: '2023',
      },
      {
        name: 'Frigorífico Boa Mesa',
        position: 'Assistente de expedição',
        startDate: '2015',
        endDate: '2018',
      },
    ],
    education: [{studyType: 'Graduação', area: 'Engenharia de Produção', endDate: '2015'}],
    languages: [{language: 'Inglês', fluency: 'intermediário'}],
  },
  {
    title: 'Markdown, title @ company',
    language: 'en',
    text: `# Wilhelmina "Billie" Tran

> Front-end developer from Adelaide

- billie@tran.example
- [github.com/billietran](https://github.com/billietran)

## Experience

### Senior Front-end Developer @ [Lorikeet Labs](https://lorikeet.example)

_March 2021 – Present · Adelaide, Australia_

- Design system for twelve teams

### Front-end Developer @ Wattle & Co

_2018 – 2021_

- Checkout in React

## Education

### Bachelor of Information Technology, Flinders College

_2014 – 2017_

## Skills

TypeScript / React / Accessibility`,
    basics: {email: 'billie@tran.example'},
    work: [
      {
        name: 'Lorikeet Labs',
        position: 'Senior Front-end Developer',
        location: 'Adelaide, Australia',
        startDate: '2021-03',
        endDate: undefined,
      },
      {name: 'Wattle & Co', position: 'Front-end Developer', startDate: '2018', endDate: '2021'},
    ],
    education: [
      {
        institution: 'Flinders College',
        area: 'Information Technology',
        startDate: '2014',
        endDate: '2017',
      },
    ],
    skills: [{name: 'TypeScript'}, {name: 'React'}, {name: 'Accessibility'}],
  },
  {
    title: 'Taiwanese, labels',
    language: 'zh',
    text: `個人履歷

姓名：陳柏翰
電子郵件：bohan.chen@example.tw
手機：0912-345-678
居住地：台北市

工作經歷
2019/07 – 至今
星河半導體股份有限公司
製程工程師
・負責蝕刻製程

2017/08 – 2019/06
立群電子有限公司
測試工程師

學歷
2015 – 2017
國立海山大學
材料工程研究所 碩士

語言能力
中文：母語
英文：TOEIC 880`,
    basics: {name: '陳柏翰', email: 'bohan.chen@example.tw', phone: '+886912345678'},
    work: [
      {
        name: '星河半導體股份有限公司',
        position: '製程工程師',
        startDate: '2019-07',
        endDate: undefined,
      },
      {name: '立群電子有限公司', position: '測試工程師', startDate: '2017-08', endDate: '2019-06'},
    ],
    education: [{institution: '國立海山大學', studyType: '碩士', startDate: '2015', endDate: '2017'}],
    languages: [
      {language: '中文', fluency: '母語'},
      {language: '英文', fluency: 'TOEIC 880'},
    ],
  },
  {
    title: 'German academic, posts at chairs',
    language: 'de',
    text: `Dr. Friederike Koch
Institut für Limnologie, Universität Seestadt
friederike.koch@uni-seestadt.example

Akademischer Werdegang
Seit 10/2020: Akademische Rätin, Lehrstuhl für Gewässerökologie, Universität Seestadt
2016–2020: Wissenschaftliche Mitarbeiterin, Technische Hochschule Auenburg

Studium
2016: Promotion (Dr. rer. nat.), Universität Seestadt
2006–2011: Diplom Biologie, Universität Talheim

Sprachkenntnisse
Deutsch (Muttersprache), Englisch (fließend), Latein (Großes Latinum)`,
    basics: {name: 'Friederike Koch', email: 'friederike.koch@uni-seestadt.example'},
    work: [
      {
        name: 'Universität Seestadt',
        startDate: '2020-10',
        endDate: undefined,
      },
      {
        name: 'Technische Hochschule Auenburg',
        position: 'Wissenschaftliche Mitarbeiterin',
        startDate: '2016',
        endDate: '2020',
      },
    ],
    education: [
      {institution: 'Universität Seestadt', studyType: 'Promotion (Dr. rer. nat.)', endDate: '2016'},
      {
        institution: 'Universität Talheim',
        studyType: 'Diplom',
        area: 'Biologie',
        startDate: '2006',
        endDate: '2011',
      },
    ],
    languages: [
      {language: 'Deutsch', fluency: 'Muttersprache'},
      {language: 'Englisch', fluency: 'fließend'},
      {language: 'Latein', fluency: 'Großes Latinum'},
    ],
  },
  {
    title: 'French, dates in the margin, company in capitals',
    language: 'fr',
    text: `Baptiste LEMERCIER-ROUX
Technicien de maintenance
4 impasse des Lilas – 44300 NANTES
Tél. : 06.39.98.77.10 – baptiste.lemercier@example.fr
Né le 12/02/1985 – Permis B

Expérience
09/2017 à ce jour	Technicien de maintenance	AÉROTEC OUEST, Bouguenais
	Maintenance préventive des robots
2010 – 2017	Électromécanicien	CHANTIERS DE LA BASSE-LOIRE, Saint-Nazaire

Formation
2010	BTS Maintenance industrielle	Lycée Livet, Nantes
2008	Bac pro Électrotechnique	Lycée Brossaud

Langues
Anglais : technique
Espagnol : scolaire

Loisirs
Vélo`,
    basics: {
      label: 'Technicien de maintenance',
      email: 'baptiste.lemercier@example.fr',
      phone: '+33639987710',
    },
    work: [
      {
        name: 'AÉROTEC OUEST',
        position: 'Technicien de maintenance',
        location: 'Bouguenais',
        startDate: '2017-09',
        endDate: undefined,
      },
      {
        name: 'CHANTIERS DE LA BASSE-LOIRE',
        position: 'Électromécanicien',
        location: 'Saint-Nazaire',
        startDate: '2010',
        endDate: '2017',
      },
    ],
    education: [
      {institution: 'Lycée Livet', studyType: 'BTS', area: 'Maintenance industrielle', endDate: '2010'},
      {institution: 'Lycée Brossaud', endDate: '2008'},
    ],
    languages: [
      {language: 'Anglais', fluency: 'technique'},
      {language: 'Espagnol', fluency: 'scolaire'},
    ],
  },
  {
    title: 'a degree with its school in brackets, skills in two columns, firms called after trades',
    language: 'en',
    text: `Priscilla Adeyemi
priscilla@example.com

WORK EXPERIENCE
Lantern Street Detectives- London	2018 to 2023
Consulting Detective
Found what was lost.

Detective Constable, Northmoor Police | 2008 to 2018

Software Engineer, Search Infrastructure	Lumio	2005 – 2008

EDUCATION
BA (Girton College) in Law	2005
Harrow Academy	2002

SKILLS
Frontend: React, Vue	Backend: Go, Rust
Tools: Figma	Other: Git`,
    basics: {name: 'Priscilla Adeyemi', email: 'priscilla@example.com'},
    work: [
      {
        name: 'Lantern Street Detectives',
        position: 'Consulting Detective',
        location: 'London',
        startDate: '2018',
        endDate: '2023',
      },
      {name: 'Northmoor Police', position: 'Detective Constable', startDate: '2008', endDate: '2018'},
      {
        name: 'Lumio',
        position: 'Software Engineer, Search Infrastructure',
        startDate: '2005',
        endDate: '2008',
      },
    ],
    education: [
      {institution: 'Girton College', studyType: 'BA', area: 'Law', endDate: '2005'},
      {institution: 'Harrow Academy', endDate: '2002'},
    ],
    skills: [
      {name: 'Frontend', keywords: ['React', 'Vue']},
      {name: 'Backend', keywords: ['Go', 'Rust']},
      {name: 'Tools', keywords: ['Figma']},
      {name: 'Other', keywords: ['Git']},
    ],
  },
  {
    title: 'title, employer behind a comma, place beside the dates; skills and languages in one list',
    language: 'en',
    text: `Signe Thorlund
Portfolio: example.net/signe

# Experience

Project Architect, Tegnestuen Granbæk	Aalborg, 2019 – present
- Schools in timber

Nurse, Intensive Care	2015 – 2019
Fjordside Infirmary, Odense
- Nights

# Skills and languages

- Revit and Rhino, with Grasshopper
- Life-cycle assessment
- Danish, English`,
    basics: {name: 'Signe Thorlund', url: 'https://example.net/signe'},
    work: [
      {
        name: 'Tegnestuen Granbæk',
        position: 'Project Architect',
        location: 'Aalborg',
        startDate: '2019',
        endDate: undefined,
      },
      {
        name: 'Fjordside Infirmary',
        position: 'Nurse, Intensive Care',
        location: 'Odense',
        startDate: '2015',
        endDate: '2019',
      },
    ],
    skills: [{name: 'Revit and Rhino'}, {name: 'Grasshopper'}, {name: 'Life-cycle assessment'}],
    languages: [{language: 'Danish'}, {language: 'English'}],
  },
]
