/** CVs of people who do not exist, in templates and languages of many kinds, with what their readers would note. */
export interface SampleCv {
  title: string
  language: string
  text: string
  basics?: Record<string, unknown>
  work?: Record<string, unknown>[]
  education?: Record<string, unknown>[]
  skills?: Record<string, unknown>[]
  languages?: Record<string, unknown>[]
  certificates?: Record<string, unknown>[]
}

export const CVS: SampleCv[] = [
  {
    title: 'company first, title below, dates right',
    language: 'en',
    text: `# Maribel Okonkwo
Operations Manager
Portland, OR • maribel.okonkwo@example.com • (503) 228-4421 • linkedin.com/in/maribel-okonkwo

## Professional Experience
Cascade Freight LLC Portland, OR
Operations Manager March 2019 – Present
- Runs a depot of forty drivers
- Cut idle time by 18 %

Northgate Distribution Tacoma, WA
Shift Supervisor June 2014 – February 2019
- Trained new staff

## Education
Portland State University Portland, OR
B.S. in Supply Chain Management 2010 – 2014

## Skills
Logistics: SAP TM, route planning, fleet telematics
Languages: Spanish, Igbo`,
    basics: {
      name: 'Maribel Okonkwo',
      label: 'Operations Manager',
      email: 'maribel.okonkwo@example.com',
      phone: '+15032284421',
      location: {city: 'Portland', region: 'OR', countryCode: 'US'},
    },
    work: [
      {
        name: 'Cascade Freight LLC',
        position: 'Operations Manager',
        startDate: '2019-03',
        endDate: undefined,
        location: 'Portland, OR',
      },
      {
        name: 'Northgate Distribution',
        position: 'Shift Supervisor',
        startDate: '2014-06',
        endDate: '2019-02',
      },
    ],
    education: [
      {
        institution: 'Portland State University',
        studyType: 'B.S.',
        area: 'Supply Chain Management',
        startDate: '2010',
        endDate: '2014',
      },
    ],
  },
  {
    title: 'several positions in one company',
    language: 'en',
    text: `Tobias Lindqvist
tobias@lindqvist.example.org | +44 20 7946 0958 | London, United Kingdom

EXPERIENCE

Harbour & Vale Ltd, London
Head of Research, Jan 2021 – present
• Leads twelve analysts
Senior Analyst, Apr 2017 – Dec 2020
• Built the pricing model
Analyst, Sep 2014 – Mar 2017

Merton Institute of Economics
Research Assistant, 2012 – 2014
• Panel data

EDUCATION

University of Leeds, MSc Economics, 2011 – 2012
University of Leeds, BSc Economics, 2008 – 2011`,
    basics: {
      name: 'Tobias Lindqvist',
      email: 'tobias@lindqvist.example.org',
      phone: '+442079460958',
      location: {city: 'London', countryCode: 'GB'},
    },
    work: [
      {name: 'Harbour & Vale Ltd', position: 'Head of Research', startDate: '2021-01', endDate: undefined},
      {name: 'Harbour & Vale Ltd', position: 'Senior Analyst', startDate: '2017-04', endDate: '2020-12'},
      {name: 'Harbour & Vale Ltd', position: 'Analyst', startDate: '2014-09', endDate: '2017-03'},
      {
        name: 'Merton Institute of Economics',
        position: 'Research Assistant',
        startDate: '2012',
        endDate: '2014',
      },
    ],
    education: [
      {
        institution: 'University of Leeds',
        studyType: 'MSc',
        area: 'Economics',
        startDate: '2011',
        endDate: '2012',
      },
      {
        institution: 'University of Leeds',
        studyType: 'BSc',
        area: 'Economics',
        startDate: '2008',
        endDate: '2011',
      },
    ],
  },
  {
    title: 'as LinkedIn prints it: sidebar first, dates below',
    language: 'en',
    text: `Contact
priya.venkataraman@example.net
www.linkedin.com/in/priyavenkataraman (LinkedIn)

Top Skills
Kubernetes
Incident Response
Terraform

Languages
English (Native or Bilingual)
Tamil (Professional Working)

Priya Venkataraman
Site Reliability Engineer at Quillstone
Dublin, County Dublin, Ireland

Summary
I keep things running and write down how.

Experience

Quillstone
Site Reliability Engineer
March 2020 - Present (4 years 2 months)
Dublin, Ireland
Runs the paging rota.

Brightwell Hosting
Systems Administrator
July 2016 - February 2020 (3 years 8 months)
Cork, Ireland

Education

University College Cork
Bachelor of Science - BS, Computer Science · (2012 - 2016)`,
    basics: {
      name: 'Priya Venkataraman',
      email: 'priya.venkataraman@example.net',
      label: 'Site Reliability Engineer at Quillstone',
    },
    work: [
      {
        name: 'Quillstone',
        position: 'Site Reliability Engineer',
        startDate: '2020-03',
        endDate: undefined,
        location: 'Dublin, Ireland',
      },
      {
        name: 'Brightwell Hosting',
        position: 'Systems Administrator',
        startDate: '2016-07',
        endDate: '2020-02',
        location: 'Cork, Ireland',
      },
    ],
    education: [{institution: 'University College Cork', startDate: '2012', endDate: '2016'}],
  },
  {
    title: 'Markdown with headings for entries',
    language: 'en',
    text: `# Desmond Achterberg

Technical Writer — desmond@achterberg.example.com — https://achterberg.example.com — github.com/dachterberg

## Work

### Technical Writer, Lumenbridge Inc.

*Feb 2018 – today, remote*

- Wrote the API reference

### Junior Editor, Parchment Press

*2015 – 2018*

## Education

### University of Toronto

BA English Literature, 2011 – 2015

## Certifications

- Certified Professional Technical Communicator, Society for Technical Communication, 2019
- ITIL Foundation (2016)`,
    basics: {
      name: 'Desmond Achterberg',
      email: 'desmond@achterberg.example.com',
      url: 'https://achterberg.example.com',
    },
    work: [
      {name: 'Lumenbridge Inc.', position: 'Technical Writer', startDate: '2018-02', endDate: undefined},
      {name: 'Parchment Press', position: 'Junior Editor', startDate: '2015', endDate: '2018'},
    ],
    education: [
      {
        institution: 'University of Toronto',
        studyType: 'BA',
        area: 'English Literature',
        startDate: '2011',
        endDate: '2015',
      },
    ],
  },
  {
    title: 'tabellarischer Lebenslauf, dates in the left cell',
    language: 'de',
    text: `# Lebenslauf

Persönliche Daten
Name:\tHannelore Brückmann
Anschrift:\tLindenstraße 14, 70563 Stuttgart
Telefon:\t0711 / 229 04 17
E-Mail:\thannelore.brueckmann@example.de
Geburtsdatum:\t12.05.1987 in Ulm
Staatsangehörigkeit:\tdeutsch

Berufserfahrung
04/2018 – heute\tTeamleiterin Einkauf, Rohrwerk Fellbach GmbH, Fellbach
\tFührung von sechs Mitarbeitenden
\tVerhandlung von Rahmenverträgen
09/2012 – 03/2018\tEinkäuferin, Maschinenbau Oberle AG, Esslingen
\tStrategischer Einkauf von Gussteilen

Ausbildung
10/2008 – 08/2012\tBachelor of Engineering, Wirtschaftsingenieurwesen, Hochschule Esslingen
09/2005 – 06/2008\tAbitur, Technisches Gymnasium Ulm

Sprachen
Deutsch\tMuttersprache
Englisch\tverhandlungssicher`,
    basics: {
      name: 'Hannelore Brückmann',
      email: 'hannelore.brueckmann@example.de',
      phone: '+497112290417',
      location: {address: 'Lindenstraße 14', postalCode: '70563', city: 'Stuttgart'},
    },
    work: [
      {
        name: 'Rohrwerk Fellbach GmbH',
        position: 'Teamleiterin Einkauf',
        startDate: '2018-04',
        endDate: undefined,
        location: 'Fellbach',
      },
      {name: 'Maschinenbau Oberle AG', position: 'Einkäuferin', startDate: '2012-09', endDate: '2018-03'},
    ],
    education: [
      {
        institution: 'Hochschule Esslingen',
        studyType: 'Bachelor of Engineering',
        area: 'Wirtschaftsingenieurwesen',
        startDate: '2008-10',
        endDate: '2012-08',
      },
      {
        institution: 'Technisches Gymnasium Ulm',
        studyType: 'Abitur',
        startDate: '2005-09',
        endDate: '2008-06',
      },
    ],
  },
  {
    title: 'Lebenslauf, date and company on one line, title below',
    language: 'de',
    text: `Dr. Jörg Wiesenthal
Softwarearchitekt
Am Hang 3 · 8044 Zürich · joerg.wiesenthal@example.ch · +41 44 668 18 00

BERUFLICHER WERDEGANG

Seit Januar 2020 Bergquell Systems AG, Zürich
Leitender Softwarearchitekt
- Ablösung eines Monolithen
- Aufbau der Plattformgruppe

Okt. 2015 – Dez. 2019 Universitätsspital Basel
Softwareentwickler
- Laborinformationssystem

03/2013 – 09/2015 Freelancer
Webentwicklung für kleine Betriebe

AUSBILDUNG

2009 – 2013 ETH Zürich
Promotion in Informatik

2004 – 2009 Technische Universität München
Diplom-Informatiker

KENNTNISSE
Java, Kotlin, PostgreSQL, Kubernetes

SPRACHEN
Deutsch (Muttersprache), Englisch (C1), Französisch (B1)`,
    basics: {
      name: 'Jörg Wiesenthal',
      label: 'Softwarearchitekt',
      email: 'joerg.wiesenthal@example.ch',
      phone: '+41446681800',
      location: {address: 'Am Hang 3', postalCode: '8044', city: 'Zürich'},
    },
    work: [
      {
        name: 'Bergquell Systems AG',
        position: 'Leitender Softwarearchitekt',
        startDate: '2020-01',
        endDate: undefined,
        location: 'Zürich',
      },
      {
        name: 'Universitätsspital Basel',
        position: 'Softwareentwickler',
        startDate: '2015-10',
        endDate: '2019-12',
      },
      {position: 'Freelancer', startDate: '2013-03', endDate: '2015-09'},
    ],
    education: [
      {
        institution: 'ETH Zürich',
        studyType: 'Promotion',
        area: 'Informatik',
        startDate: '2009',
        endDate: '2013',
      },
      {
        institution: 'Technische Universität München',
        studyType: 'Diplom-Informatiker',
        startDate: '2004',
        endDate: '2009',
      },
    ],
  },
  {
    title: 'Lebenslauf, dates on a line of their own',
    language: 'de',
    text: `LEBENSLAUF

SABINE KÖHLER-MAYR

Adresse: Kaiserallee 21, 76133 Karlsruhe
Mobil: 0151 23456789
E-Mail: s.koehler-mayr@example.com

Berufspraxis

01.10.2017 – 31.03.2023
Stadtbibliothek Karlsruhe
Bibliothekarin
Bestandsaufbau und Veranstaltungen

01.08.2014 – 30.09.2017
Buchhandlung Am Ludwigsplatz
Buchhändlerin
Beratung und Verkauf

Studium und Ausbildung

10/2011 – 07/2014
Hochschule der Medien Stuttgart
Bachelor of Arts, Bibliotheks- und Informationsmanagement`,
    basics: {
      name: 'Sabine Köhler-Mayr',
      email: 's.koehler-mayr@example.com',
      phone: '+4915123456789',
      location: {address: 'Kaiserallee 21', postalCode: '76133', city: 'Karlsruhe'},
    },
    work: [
      {
        name: 'Stadtbibliothek Karlsruhe',
        position: 'Bibliothekarin',
        startDate: '2017-10-01',
        endDate: '2023-03-31',
      },
      {
        name: 'Buchhandlung Am Ludwigsplatz',
        position: 'Buchhändlerin',
        startDate: '2014-08-01',
        endDate: '2017-09-30',
      },
    ],
    education: [
      {
        institution: 'Hochschule der Medien Stuttgart',
        studyType: 'Bachelor of Arts',
        area: 'Bibliotheks- und Informationsmanagement',
        startDate: '2011-10',
        endDate: '2014-07',
      },
    ],
  },
  {
    title: '履歴書',
    language: 'ja',
    text: `履　歴　書\t令和6年4月1日現在
ふりがな\tもりした　けんいち
氏名\t森下　健一
生年月日\t平成2年8月14日生（満33歳）\t男
ふりがな\tとうきょうとせたがやく
現住所\t〒154-0001 東京都世田谷区池尻1-2-3
電話\t090-1234-5678
E-mail\tkenichi.morishita@example.jp
年\t月\t学歴・職歴
\t\t学歴
平成18\t4\t都立池尻高等学校 入学
平成21\t3\t都立池尻高等学校 卒業
平成21\t4\t青葉大学 経済学部 経営学科 入学
平成25\t3\t青葉大学 経済学部 経営学科 卒業
\t\t職歴
平成25\t4\t株式会社ミナト商事 入社
平成30\t6\t株式会社ミナト商事 退社
平成30\t7\t株式会社ソラネット 入社
\t\t現在に至る
\t\t以上
年\t月\t免許・資格
平成22\t8\t普通自動車第一種運転免許 取得`,
    basics: {
      name: '森下 健一',
      email: 'kenichi.morishita@example.jp',
      phone: '+819012345678',
      location: {
        postalCode: '154-0001',
        region: '東京都',
        city: '世田谷区',
        address: '池尻1-2-3',
        countryCode: 'JP',
      },
    },
    work: [
      {name: '株式会社ミナト商事', startDate: '2013-04', endDate: '2018-06'},
      {name: '株式会社ソラネット', startDate: '2018-07', endDate: undefined},
    ],
    education: [
      {institution: '都立池尻高等学校', startDate: '2006-04', endDate: '2009-03'},
      {institution: '青葉大学', area: '経済学部 経営学科', startDate: '2009-04', endDate: '2013-03'},
    ],
  },
  {
    title: '職務経歴書',
    language: 'ja',
    text: `職務経歴書
2024年4月1日現在
氏名　高橋　美咲

■職務要約
大学卒業後、受託開発の会社でWebアプリケーションの開発に従事しました。

■職務経歴

株式会社アオバシステム（2019年4月～現在）
事業内容：受託開発
職種：バックエンドエンジニア
・予約システムの設計と開発
・チームリーダーとして5名を管理

株式会社ヒナタ（2016年4月～2019年3月）
職種：プログラマー
・社内システムの保守

■学歴
2012年4月 緑川大学 工学部 情報工学科 入学
2016年3月 緑川大学 工学部 情報工学科 卒業

■スキル
Java、Go、PostgreSQL、AWS

■資格
基本情報技術者試験（2015年11月）`,
    basics: {name: '高橋 美咲'},
    work: [
      {
        name: '株式会社アオバシステム',
        position: 'バックエンドエンジニア',
        startDate: '2019-04',
        endDate: undefined,
      },
      {name: '株式会社ヒナタ', position: 'プログラマー', startDate: '2016-04', endDate: '2019-03'},
    ],
    education: [
      {institution: '緑川大学', area: '工学部 情報工学科', startDate: '2012-04', endDate: '2016-03'},
    ],
  },
  {
    title: '中文简历',
    language: 'zh',
    text: `林嘉怡
产品经理 | 138 1234 5678 | linjiayi@example.cn | 上海市

教育背景
2013.09 - 2017.06 东湖大学 信息管理 本科

工作经历
2020.03 - 至今 上海云帆科技有限公司 高级产品经理
- 负责数据平台规划
- 带领五人团队
2017.07 - 2020.02 杭州木棉网络有限公司 产品助理
- 用户调研

专业技能
Axure、SQL、Python

语言能力
英语：CET-6`,
    basics: {name: '林嘉怡', email: 'linjiayi@example.cn', phone: '+8613812345678', label: '产品经理'},
    work: [
      {name: '上海云帆科技有限公司', position: '高级产品经理', startDate: '2020-03', endDate: undefined},
      {name: '杭州木棉网络有限公司', position: '产品助理', startDate: '2017-07', endDate: '2020-02'},
    ],
    education: [
      {
        institution: '东湖大学',
        studyType: '本科',
        area: '信息管理',
        startDate: '2013-09',
        endDate: '2017-06',
      },
    ],
  },
  {
    title: 'CV français, SURNAME Firstname',
    language: 'fr',
    text: `DELAUNAY Clémence
Chargée de communication
12 rue des Lilas, 69003 Lyon
Tél. : 06 12 34 56 78 – clemence.delaunay@example.fr

EXPÉRIENCES PROFESSIONNELLES
Depuis septembre 2019 : Chargée de communication, Éditions du Parc, Lyon
- Rédaction de la lettre d'information
De mars 2016 à août 2019 : Assistante de direction, Cabinet Morel SARL, Grenoble
- Gestion des agendas

FORMATION
2014 – 2016 : Master Information et communication, Université Lumière Lyon 2
2011 – 2014 : Licence de lettres modernes, Université Grenoble Alpes

LANGUES
Français : langue maternelle
Anglais : courant (C1)`,
    basics: {
      email: 'clemence.delaunay@example.fr',
      phone: '+33612345678',
      label: 'Chargée de communication',
      location: {address: '12 rue des Lilas', postalCode: '69003', city: 'Lyon'},
    },
    work: [
      {
        name: 'Éditions du Parc',
        position: 'Chargée de communication',
        startDate: '2019-09',
        endDate: undefined,
        location: 'Lyon',
      },
      {
        name: 'Cabinet Morel SARL',
        position: 'Assistante de direction',
        startDate: '2016-03',
        endDate: '2019-08',
        location: 'Grenoble',
      },
    ],
    education: [
      {
        institution: 'Université Lumière Lyon 2',
        studyType: 'Master',
        area: 'Information et communication',
        startDate: '2014',
        endDate: '2016',
      },
      {
        institution: 'Université Grenoble Alpes',
        studyType: 'Licence',
        area: 'lettres modernes',
        startDate: '2011',
        endDate: '2014',
      },
    ],
  },
  {
    title: 'currículum español',
    language: 'es',
    text: `Curriculum Vitae de Rodrigo Benavides Soto

Datos personales
Dirección: Calle Olmo 8, 28012 Madrid, España
Teléfono: +34 612 345 678
Correo: rodrigo.benavides@example.es

Experiencia laboral

Ingeniero de obra
Construcciones Almagro S.L., Madrid
enero de 2018 - actualidad
- Dirección de obra civil

Técnico de proyectos
Estudio Vega y Asociados
marzo de 2014 - diciembre de 2017

Formación académica

Universidad Politécnica de Madrid
Grado en Ingeniería Civil
2009 - 2014`,
    basics: {
      name: 'Rodrigo Benavides Soto',
      email: 'rodrigo.benavides@example.es',
      phone: '+34612345678',
      location: {address: 'Calle Olmo 8', postalCode: '28012', city: 'Madrid', countryCode: 'ES'},
    },
    work: [
      {
        name: 'Construcciones Almagro S.L.',
        position: 'Ingeniero de obra',
        startDate: '2018-01',
        endDate: undefined,
        location: 'Madrid',
      },
      {
        name: 'Estudio Vega y Asociados',
        position: 'Técnico de proyectos',
        startDate: '2014-03',
        endDate: '2017-12',
      },
    ],
    education: [
      {
        institution: 'Universidad Politécnica de Madrid',
        studyType: 'Grado',
        area: 'Ingeniería Civil',
        startDate: '2009',
        endDate: '2014',
      },
    ],
  },
  {
    title: 'curriculum italiano',
    language: 'it',
    text: `Ginevra Tassinari
Via Mazzini 22, 40137 Bologna
ginevra.tassinari@example.it
+39 333 123 4567

Esperienze lavorative
Gen 2021 – oggi | Responsabile qualità | Pastificio Zanni S.r.l., Bologna
- Audit interni
Set 2017 – Dic 2020 | Addetta controllo qualità | Caseificio Rovere, Parma

Istruzione
2012 – 2017 | Laurea magistrale in Scienze alimentari | Università di Bologna

Lingue
Italiano: madrelingua
Inglese: B2`,
    basics: {name: 'Ginevra Tassinari', email: 'ginevra.tassinari@example.it', phone: '+393331234567'},
    work: [
      {
        name: 'Pastificio Zanni S.r.l.',
        position: 'Responsabile qualità',
        startDate: '2021-01',
        endDate: undefined,
      },
      {
        name: 'Caseificio Rovere',
        position: 'Addetta controllo qualità',
        startDate: '2017-09',
        endDate: '2020-12',
      },
    ],
    education: [
      {
        institution: 'Università di Bologna',
        studyType: 'Laurea magistrale',
        area: 'Scienze alimentari',
        startDate: '2012',
        endDate: '2017',
      },
    ],
  },
  {
    title: 'cv nederlands',
    language: 'nl',
    text: `Naam: Joost van der Velde
Woonplaats: Utrecht
E-mail: joost.vandervelde@example.nl
Telefoon: 06-12345678

Werkervaring

Projectleider – Waterschap De Linde
maart 2019 – heden
- Dijkversterking

Adviseur water – Ingenieursbureau Kroon B.V.
september 2014 – februari 2019

Opleiding

MSc Civil Engineering – Technische Universiteit Delft
2008 – 2014`,
    basics: {
      name: 'Joost van der Velde',
      email: 'joost.vandervelde@example.nl',
      phone: '+31612345678',
      location: {city: 'Utrecht'},
    },
    work: [
      {name: 'Waterschap De Linde', position: 'Projectleider', startDate: '2019-03', endDate: undefined},
      {
        name: 'Ingenieursbureau Kroon B.V.',
        position: 'Adviseur water',
        startDate: '2014-09',
        endDate: '2019-02',
      },
    ],
    education: [
      {
        institution: 'Technische Universiteit Delft',
        studyType: 'MSc',
        area: 'Civil Engineering',
        startDate: '2008',
        endDate: '2014',
      },
    ],
  },
  {
    title: 'currículo português',
    language: 'pt',
    text: `BEATRIZ CARVALHO NOGUEIRA
Analista de Dados
São Paulo, Brasil | +55 11 91234-5678 | beatriz.nogueira@example.com.br | linkedin.com/in/beatriznogueira

EXPERIÊNCIA PROFISSIONAL

Banco Ipê S.A. — Analista de Dados Sênior
Fev 2020 – Atual
- Modelos de risco

Varejo Sol Ltda — Estagiária
Jan 2018 – Dez 2019

FORMAÇÃO ACADÊMICA

Universidade Estadual do Vale — Bacharelado em Estatística
2015 – 2019`,
    basics: {
      name: 'Beatriz Carvalho Nogueira',
      label: 'Analista de Dados',
      email: 'beatriz.nogueira@example.com.br',
      phone: '+5511912345678',
      location: {city: 'São Paulo', countryCode: 'BR'},
    },
    work: [
      {
        name: 'Banco Ipê S.A.',
        position: 'Analista de Dados Sênior',
        startDate: '2020-02',
        endDate: undefined,
      },
      {name: 'Varejo Sol Ltda', position: 'Estagiária', startDate: '2018-01', endDate: '2019-12'},
    ],
    education: [
      {
        institution: 'Universidade Estadual do Vale',
        studyType: 'Bacharelado',
        area: 'Estatística',
        startDate: '2015',
        endDate: '2019',
      },
    ],
  },
  {
    title: 'academic, year of degree only',
    language: 'en',
    text: `Curriculum Vitae
Prof. Anneke Stroud, PhD
Department of Botany, Fernhill University
anneke.stroud@example.edu

Academic Appointments
2018–present  Associate Professor, Fernhill University
2013–2018  Lecturer, University of Otago
2010–2013  Postdoctoral Fellow, Royal Botanic Gardens

Education
PhD, Plant Ecology, University of Edinburgh, 2010
MSc, Botany, Uppsala University, 2006`,
    basics: {name: 'Anneke Stroud', email: 'anneke.stroud@example.edu'},
    work: [
      {name: 'Fernhill University', position: 'Associate Professor', startDate: '2018', endDate: undefined},
      {name: 'University of Otago', position: 'Lecturer', startDate: '2013', endDate: '2018'},
      {name: 'Royal Botanic Gardens', position: 'Postdoctoral Fellow', startDate: '2010', endDate: '2013'},
    ],
    education: [
      {institution: 'University of Edinburgh', studyType: 'PhD', area: 'Plant Ecology', endDate: '2010'},
      {institution: 'Uppsala University', studyType: 'MSc', area: 'Botany', endDate: '2006'},
    ],
  },
  {
    title: 'labels for everything',
    language: 'en',
    text: `Personal Information
Name: Farouk Benhaddou
Address: 4 Mill Lane, Bristol, BS1 4ST, United Kingdom
Email: farouk (at) benhaddou (dot) example (dot) org
Mobile: 07700 900123

Work Experience
Company: Avonside Robotics Ltd
Position: Mechanical Engineer
Period: 05/2019 - 08/2023
Duties: design of grippers

Company: Clifton Engineering
Position: Design Technician
Period: 09/2015 - 04/2019

Education
Institution: University of Bristol
Degree: BEng Mechanical Engineering
Period: 2012 - 2015`,
    basics: {name: 'Farouk Benhaddou', email: 'farouk@benhaddou.example.org'},
    work: [
      {
        name: 'Avonside Robotics Ltd',
        position: 'Mechanical Engineer',
        startDate: '2019-05',
        endDate: '2023-08',
      },
      {name: 'Clifton Engineering', position: 'Design Technician', startDate: '2015-09', endDate: '2019-04'},
    ],
    education: [
      {
        institution: 'University of Bristol',
        studyType: 'BEng',
        area: 'Mechanical Engineering',
        startDate: '2012',
        endDate: '2015',
      },
    ],
  },
  {
    title: 'title at company, dates in brackets, no list marks',
    language: 'en',
    text: `Solveig Marchetti
Berlin, Germany
solveig.marchetti@example.com
+49 30 901820

Employment History
Product Designer at Nordlicht Studio (May 2020 – Present)
Designs the booking flow and keeps the component library in order for three teams.
Junior Designer at Papierkran (2017 – 2020)
Drew icons and illustrations for a children's magazine.

Education
BA Graphic Design, Berlin University of the Arts (2013 – 2017)`,
    basics: {
      name: 'Solveig Marchetti',
      email: 'solveig.marchetti@example.com',
      phone: '+4930901820',
      location: {city: 'Berlin', countryCode: 'DE'},
    },
    work: [
      {name: 'Nordlicht Studio', position: 'Product Designer', startDate: '2020-05', endDate: undefined},
      {name: 'Papierkran', position: 'Junior Designer', startDate: '2017', endDate: '2020'},
    ],
    education: [
      {
        institution: 'Berlin University of the Arts',
        studyType: 'BA',
        area: 'Graphic Design',
        startDate: '2013',
        endDate: '2017',
      },
    ],
  },
  {
    title: 'Japanese names in a modern template',
    language: 'ja',
    text: `山口 遥
フロントエンドエンジニア
haruka.yamaguchi@example.com ・ 080-9876-5432 ・ 大阪府大阪市
github.com/haruka-yamaguchi

職歴

2021年5月 - 現在
株式会社カゼノート
フロントエンドエンジニア
- デザインシステムの構築

2018年4月 - 2021年4月
合同会社ツキミ
Webデザイナー
- 特集ページの制作

学歴

2014年4月 - 2018年3月
難波芸術大学 デザイン学部`,
    basics: {
      name: '山口 遥',
      label: 'フロントエンドエンジニア',
      email: 'haruka.yamaguchi@example.com',
      phone: '+818098765432',
    },
    work: [
      {
        name: '株式会社カゼノート',
        position: 'フロントエンドエンジニア',
        startDate: '2021-05',
        endDate: undefined,
      },
      {name: '合同会社ツキミ', position: 'Webデザイナー', startDate: '2018-04', endDate: '2021-04'},
    ],
    education: [
      {institution: '難波芸術大学', area: 'デザイン学部', startDate: '2014-04', endDate: '2018-03'},
    ],
  },
  {
    title: 'columns of tabs: company, title, place, time',
    language: 'en',
    text: `WINIFRED ADEYEMI-CLARKE
winifred.ac@example.com\t+1 416 555 0199\tToronto, ON

PROFESSIONAL SUMMARY
Payroll specialist with eleven years in hospitals and hotels.

WORK HISTORY
Lakeshore General Hospital\tPayroll Specialist\tToronto, ON\tMay 2016 – Present
Grand Maple Hotel\tPayroll Clerk\tOttawa, ON\tJune 2012 – April 2016

EDUCATION
Seneca College\tDiploma in Accounting\tToronto, ON\t2010 – 2012`,
    basics: {
      name: 'Winifred Adeyemi-Clarke',
      email: 'winifred.ac@example.com',
      phone: '+14165550199',
      location: {city: 'Toronto', region: 'ON', countryCode: 'CA'},
      summary: 'Payroll specialist with eleven years in hospitals and hotels.',
    },
    work: [
      {
        name: 'Lakeshore General Hospital',
        position: 'Payroll Specialist',
        location: 'Toronto, ON',
        startDate: '2016-05',
        endDate: undefined,
      },
      {
        name: 'Grand Maple Hotel',
        position: 'Payroll Clerk',
        location: 'Ottawa, ON',
        startDate: '2012-06',
        endDate: '2016-04',
      },
    ],
    education: [
      {
        institution: 'Seneca College',
        studyType: 'Diploma',
        area: 'Accounting',
        startDate: '2010',
        endDate: '2012',
      },
    ],
  },
]
