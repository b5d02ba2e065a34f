/** A CV of somebody who does not exist, and what its readers would note, one value a line. */
export interface NotedCv {
  title: string
  /** ISO 639-1. */
  language: string
  /** `job: title @ employer | start | end`, `school: degree; subject @ school | start | end`. */
  expected: string
  text: string
}

/** Templates that the rules were not made for: each showed something that they did not know. */
export const OTHER_TEMPLATES: NotedCv[] = [
  {
    title: 'German, times in bold before a dash, parental leave within a job',
    language: 'de',
    expected: `name: Sabine Koch
email: s.koch@example.com
phone: +4961317654321
job: Leiterin Controlling @ Rheintal Kliniken gGmbH | 2020 |
job: Controllerin @ Stadtwerke Ingelheim | 2015 | 2019
job: Junior Controllerin @ Vogel Verpackungen GmbH & Co. KG | 2012 | 2015
school: Master of Science; Accounting and Finance @ Johannes Gutenberg-Universität Mainz | 2009 | 2012
school: Ausbildung; Industriekauffrau @ Vogel Verpackungen GmbH & Co. KG | 2003 | 2006`,
    text: `# Sabine Koch

Controllerin aus Leidenschaft

Tel. 06131 7654321 · s.koch@example.com · xing.com/profile/Sabine_Koch88

## Beruflicher Werdegang

**seit 2020** — Leiterin Controlling, Rheintal Kliniken gGmbH, Mainz

- Budgetverantwortung für vier Häuser
- Einführung von SAP S/4HANA

**2015 – 2019** — Controllerin, Stadtwerke Ingelheim

- Monatsabschlüsse und Forecast

*Elternzeit: 10/2016 – 09/2017*

**2012 – 2015** — Junior Controllerin, Vogel Verpackungen GmbH & Co. KG, Bingen

## Studium und Ausbildung

**2009 – 2012** — Johannes Gutenberg-Universität Mainz, Master of Science in Accounting and Finance

**2003 – 2006** — Ausbildung zur Industriekauffrau, Vogel Verpackungen GmbH & Co. KG

## Sprachen

Deutsch (Muttersprache), Englisch (verhandlungssicher), Französisch (Grundkenntnisse)`,
  },
  {
    title: 'Swiss, one line a field, a degree with the letters of its school',
    language: 'de',
    expected: `name: Reto Schneider
email: reto.schneider@example.com
phone: +41791234567
job: Projektleiter Tiefbau @ Gebrüder Amstutz AG | 2018-05 |
job: Bauführer @ Implaria Bau AG | 2012-04 | 2018-04
school: Dipl. Bauingenieur FH @ Hochschule Luzern | 2008 | 2012
school: Lehre; Zeichner EFZ Fachrichtung Ingenieurbau @ Ingenieurbüro Kost & Partner | 2003 | 2007`,
    text: `Reto Schneider
Projektleiter Tiefbau
Seestrasse 112, 6052 Hergiswil
079 123 45 67
reto.schneider@example.com
Jahrgang 1987, Schweizer, ledig

Berufliche Tätigkeiten

Seit Mai 2018
Projektleiter Tiefbau
Gebrüder Amstutz AG, Stans
Kanalisationen und Werkleitungen im Kanton Nidwalden

April 2012 – April 2018
Bauführer
Implaria Bau AG, Luzern
Führung von bis zu 30 Mitarbeitenden

Aus- und Weiterbildung

2008 – 2012
Dipl. Bauingenieur FH
Hochschule Luzern

2003 – 2007
Lehre als Zeichner EFZ Fachrichtung Ingenieurbau
Ingenieurbüro Kost & Partner, Sursee

Sprachkenntnisse
Deutsch: Muttersprache
Französisch: gute Kenntnisse
Englisch: B2

Referenzen
Urs Zgraggen, Geschäftsführer Gebrüder Amstutz AG, Tel. 041 610 00 00`,
  },
  {
    title: 'Austrian, dates left, a trade learnt at a school',
    language: 'de',
    expected: `name: Theresa Gruber
email: theresa.gruber@example.com
phone: +436641234567
job: Pflegeassistentin @ Haus Sonnenhof, Caritas Wien | 2017-10 |
job: Heimhilfe @ Wiener Hilfswerk | 2014-02 | 2017-09
school: Pflegeassistenz @ Schule für Gesundheits- und Krankenpflege Wien-Favoriten | 2013 | 2014
school: Matura @ BORG Mistelbach | 2005 | 2010`,
    text: `CURRICULUM VITAE

Mag. Theresa Gruber
Favoritenstraße 201/14, 1100 Wien
+43 664 1234567
theresa.gruber@example.com

BERUFSERFAHRUNG
10/2017 – dato     Pflegeassistentin
                   Haus Sonnenhof, Caritas Wien
                   – Mobilisation und Körperpflege
                   – Anleitung von Praktikantinnen
02/2014 – 09/2017  Heimhilfe
                   Wiener Hilfswerk

AUSBILDUNG
2013 – 2014        Pflegeassistenz
                   Schule für Gesundheits- und Krankenpflege Wien-Favoriten
2005 – 2010        Matura
                   BORG Mistelbach

SPRACHEN
Deutsch, Kroatisch (B2), Englisch (A2)`,
  },
  {
    title: 'French, times before a colon, a state diploma',
    language: 'fr',
    expected: `name: Élodie BOUCHER
email: elodie.boucher@example.com
phone: +33612345678
job: Infirmière coordinatrice @ Clinique des Tilleuls | 2018-09 |
job: Infirmière @ CHU de Rennes | 2012-10 | 2018-08
school: Diplôme d'État d'infirmier @ IFSI de Rennes | 2009 | 2012
school: Baccalauréat; scientifique @ Lycée Chateaubriand | | 2009`,
    text: `Élodie BOUCHER
Infirmière coordinatrice
12 rue des Lices, 35000 Rennes
06 12 34 56 78
elodie.boucher@example.com
Permis B

EXPÉRIENCE PROFESSIONNELLE

Depuis septembre 2018 : Infirmière coordinatrice
Clinique des Tilleuls, Rennes
- Encadrement d'une équipe de 14 soignants
- Gestion des plannings

Octobre 2012 – août 2018 : Infirmière
CHU de Rennes, service de cardiologie
- Soins techniques
- Tutorat des étudiants

FORMATION

2009 – 2012 : Diplôme d'État d'infirmier, IFSI de Rennes
2009 : Baccalauréat scientifique, Lycée Chateaubriand, mention bien

LANGUES
Français : langue maternelle
Anglais : niveau B2

CENTRES D'INTÉRÊT
Voile, chant choral`,
  },
  {
    title: 'Italian form, each field of a job an item with its label',
    language: 'it',
    expected: `name: Giulia Ferraro
email: giulia.ferraro@example.com
phone: +393331234567
job: Responsabile Amministrativa @ Officine Bellini S.r.l. | 2017-01 |
job: Impiegata contabile @ Studio Commercialisti Riva | 2010-02 | 2016-12
school: Laurea; Economia Aziendale @ Università degli Studi di Bergamo | 2004 | 2008
school: Diploma; Ragioniere @ I.T.C. Vittorio Emanuele II | | 2004`,
    text: `CURRICULUM VITAE

INFORMAZIONI PERSONALI
Nome e cognome: Giulia Ferraro
Indirizzo: Via Garibaldi 22, 24122 Bergamo
Cellulare: 333 1234567
E-mail: giulia.ferraro@example.com
Nazionalità: italiana
Data di nascita: 14/06/1985

ESPERIENZE LAVORATIVE

• Date (da – a)	gennaio 2017 – oggi
• Nome del datore di lavoro	Officine Bellini S.r.l., Dalmine
• Tipo di impiego	Responsabile Amministrativa
• Principali mansioni	Bilancio, tesoreria, rapporti con le banche

• Date (da – a)	febbraio 2010 – dicembre 2016
• Nome del datore di lavoro	Studio Commercialisti Riva
• Tipo di impiego	Impiegata contabile
• Principali mansioni	Contabilità ordinaria e semplificata

ISTRUZIONE E FORMAZIONE
2004 – 2008	Laurea in Economia Aziendale
	Università degli Studi di Bergamo, 105/110
2004	Diploma di Ragioniere, I.T.C. Vittorio Emanuele II

LINGUE
Inglese: buono
Francese: scolastico`,
  },
  {
    title: 'Polish',
    language: 'pl',
    expected: `name: Marta Kowalska
email: marta.kowalska@example.com
phone: +48601234567
job: Specjalista ds. marketingu @ Zielony Dom Sp. z o.o. | 2020-02 |
job: Asystentka działu marketingu @ Agencja Reklamowa Kolor | 2017-06 | 2020-01
school: Magister; Zarządzanie i Marketing @ Uniwersytet Ekonomiczny w Krakowie | 2012 | 2017`,
    text: `Marta Kowalska
ul. Długa 15/4, 31-147 Kraków
tel. 601 234 567
marta.kowalska@example.com

DOŚWIADCZENIE ZAWODOWE

02.2020 – obecnie
Zielony Dom Sp. z o.o., Kraków
Specjalista ds. marketingu
- prowadzenie kampanii w mediach społecznościowych
- budżet 300 tys. zł

06.2017 – 01.2020
Agencja Reklamowa Kolor, Kraków
Asystentka działu marketingu
- przygotowanie ofert

WYKSZTAŁCENIE

2012 – 2017
Uniwersytet Ekonomiczny w Krakowie
Magister, Zarządzanie i Marketing

JĘZYKI OBCE
angielski – biegły
niemiecki – podstawowy

Wyrażam zgodę na przetwarzanie moich danych osobowych dla potrzeb rekrutacji.`,
  },
  {
    title: 'Swedish, ISO months',
    language: 'sv',
    expected: `name: Karin Lindqvist
email: karin.lindqvist@example.com
phone: +46701234567
job: Enhetschef @ Umeå kommun | 2018-01 |
job: Socialsekreterare @ Skellefteå kommun | 2011-08 | 2017-12
school: Socionomexamen @ Umeå universitet | 2007 | 2011`,
    text: `Karin Lindqvist
Storgatan 5, 903 21 Umeå
070-123 45 67
karin.lindqvist@example.com

Arbetslivserfarenhet

2018-01 – nuvarande
Enhetschef, Umeå kommun
Ansvar för hemtjänsten i två områden, 60 medarbetare.

2011-08 – 2017-12
Socialsekreterare, Skellefteå kommun

Utbildning

2007 – 2011
Socionomexamen, Umeå universitet

Språk
Svenska (modersmål), engelska (flytande)

Referenser lämnas på begäran.`,
  },
  {
    title: 'Turkish, name in capitals',
    language: 'tr',
    expected: `name: Emre Yılmaz
email: emre.yilmaz@example.com
phone: +905321234567
job: Makine Mühendisi @ Anadolu Makina A.Ş. | 2019-06 |
job: Stajyer Mühendis @ Ege Döküm San. ve Tic. Ltd. Şti. | 2018-06 | 2018-09
school: Makine Mühendisliği (Lisans) @ Dokuz Eylül Üniversitesi | 2014 | 2019`,
    text: `EMRE YILMAZ
Makine Mühendisi
Adres: Atatürk Cad. No: 12, Bornova / İzmir
Telefon: 0532 123 45 67
E-posta: emre.yilmaz@example.com

İŞ DENEYİMİ

Makine Mühendisi
Anadolu Makina A.Ş., İzmir
Haziran 2019 – Halen
• Talaşlı imalat hattı tasarımı

Stajyer Mühendis
Ege Döküm San. ve Tic. Ltd. Şti., Manisa
Haziran 2018 – Eylül 2018

EĞİTİM

Dokuz Eylül Üniversitesi
Makine Mühendisliği (Lisans)
2014 – 2019

YABANCI DİL
İngilizce – iyi`,
  },
  {
    title: '履歴書 of eras, department below the employer',
    language: 'ja',
    expected: `name: 高橋 健太
email: k.takahashi@example.com
phone: +819012345678
job:  @ 株式会社みどり商事 | 2012-04 | 2018-03
job: 営業部 課長 @ 北星電機株式会社 | 2018-04 |
school:  @ 埼玉県立川越南高等学校 | 2005-04 | 2008-03
school: 経済学部経済学科 @ 明和大学 | 2008-04 | 2012-03`,
    text: `履歴書
令和6年5月1日現在

ふりがな	たかはし けんた
氏名	高橋 健太
生年月日	1989年7月12日生（満34歳）	男
現住所	〒330-0854 埼玉県さいたま市大宮区桜木町1-2-3 コーポ大宮201
電話	090-1234-5678
E-mail	k.takahashi@example.com

年	月	学歴・職歴
		学歴
平成17	4	埼玉県立川越南高等学校 入学
平成20	3	埼玉県立川越南高等学校 卒業
平成20	4	明和大学 経済学部経済学科 入学
平成24	3	明和大学 経済学部経済学科 卒業
		職歴
平成24	4	株式会社みどり商事 入社 営業部に配属
平成30	3	一身上の都合により退職
平成30	4	北星電機株式会社 入社
		営業部 課長として勤務
		現在に至る
		以上

年	月	免許・資格
平成21	8	普通自動車第一種運転免許 取得
平成25	6	日商簿記検定2級 合格

志望動機
これまでの営業経験を活かし、貴社の海外事業に貢献したいと考えております。`,
  },
  {
    title: '職務経歴書 of labels',
    language: 'ja',
    expected: `name: 鈴木 一郎
job: 生産技術 @ 三和プラスチック株式会社 | 2015-10 |
job: 製造オペレーター @ 丸山工業株式会社 | 2009-04 | 2015-09`,
    text: `職 務 経 歴 書
2023年12月20日
氏名　鈴木 一郎

【職務要約】
樹脂成形の現場で14年、生産技術と改善活動に携わりました。

【職務経歴】
会社名：三和プラスチック株式会社
在籍期間：2015年10月 ～ 現在
雇用形態：正社員
職種：生産技術
業務内容：
・金型の立ち上げ
・不良率を3％から1％へ低減

会社名：丸山工業株式会社
在籍期間：2009年4月 ～ 2015年9月
職種：製造オペレーター

【資格】
フォークリフト運転技能講習修了`,
  },
  {
    title: 'Korean, tabular',
    language: 'ko',
    expected: `name: 김민수
email: minsu.kim@example.com
phone: +821012345678
job: 선임연구원 @ (주)한빛전자 | 2019-03 |
job: 연구원 @ 미래소재 주식회사 | 2015-01 | 2019-02
school: 학사; 전자공학과 @ 부산대학교 | 2008-03 | 2014-08`,
    text: `이력서

이름: 김민수
연락처: 010-1234-5678
이메일: minsu.kim@example.com
주소: 경기도 수원시 영통구 광교로 10

경력사항
2019.03 ~ 현재	(주)한빛전자	선임연구원
2015.01 ~ 2019.02	미래소재 주식회사	연구원

학력사항
2008.03 ~ 2014.08	부산대학교	전자공학과 학사

자격증
정보처리기사 (2014.05)

외국어
영어: TOEIC 890`,
  },
  {
    title: 'Danish, all of a job in bold',
    language: 'da',
    expected: `name: Mette Hansen
email: mette.hansen@example.com
phone: +4520123456
job: Projektleder @ Aarhus Byg A/S | 2018-02 |
job: Bygningskonstruktør @ Nordjysk Tegnestue ApS | 2013-08 | 2018-01
school: Professionsbachelor; Bygningskonstruktør @ VIA University College | 2010 | 2013`,
    text: `# CV – Mette Hansen

Tlf.: 20 12 34 56
E-mail: mette.hansen@example.com
Adresse: Skovvej 9, 8000 Aarhus C

## Erhvervserfaring

**02/2018 – nu: Projektleder, Aarhus Byg A/S**
Ansvar for almene boliger.

**08/2013 – 01/2018: Bygningskonstruktør, Nordjysk Tegnestue ApS**

## Uddannelse

**2010 – 2013: Professionsbachelor, Bygningskonstruktør, VIA University College**

## Sprog
Dansk, engelsk, tysk`,
  },
  {
    title: 'Indian fresher, schools in a table with percentages',
    language: 'en',
    expected: `name: Sneha Kulkarni
email: sneha.kulkarni@example.com
phone: +919876543210
job: Summer Intern @ Infravision Technologies Pvt. Ltd. | 2023-05 | 2023-07
school: B.Tech; Information Technology @ Pune Institute of Engineering | 2020 | 2024
school: HSC @ Fergusson Junior College | | 2020
school: SSC @ Modern High School | | 2018`,
    text: `CURRICULUM VITAE

SNEHA KULKARNI
Email: sneha.kulkarni@example.com
Mobile: +91-9876543210
GitHub: github.com/snehak

CAREER OBJECTIVE
To obtain a challenging position in a reputed organisation.

EDUCATIONAL QUALIFICATIONS
Degree	Institute	Year	Percentage
B.Tech Information Technology	Pune Institute of Engineering	2020 - 2024	8.4 CGPA
HSC	Fergusson Junior College	2020	88 %
SSC	Modern High School	2018	91 %

INTERNSHIP
Infravision Technologies Pvt. Ltd., Pune
Summer Intern (May 2023 – July 2023)
- Built a dashboard in React

TECHNICAL SKILLS
Java, React, MySQL

PERSONAL DETAILS
Father's Name: Ramesh Kulkarni
Date of Birth: 14 Aug 2002
Languages Known: English, Hindi, Marathi

DECLARATION
I hereby declare that the above is true.
Place: Pune
Sneha Kulkarni`,
  },
  {
    title: 'Australian nurse, specialty behind the title, letters behind the name',
    language: 'en',
    expected: `name: Shannon O'Leary
email: shannonoleary@example.com
phone: 0412 345 678
job: Clinical Nurse Specialist @ Royal Brisbane Infirmary | 2017-02 |
job: Registered Nurse @ Ipswich Base Hospital | 2012-02 | 2017-01
school: Bachelor of Nursing @ Griffith University | 2009 | 2011`,
    text: `SHANNON O'LEARY RN
Unit 4/18 Banksia Street, Toowong QLD 4066
M: 0412 345 678   H: (07) 3555 0101
E: shannonoleary@example.com

CAREER HISTORY

Feb 2017 to present
Royal Brisbane Infirmary
Clinical Nurse Specialist – Emergency
- Triage and resuscitation
- Preceptor to graduates

Feb 2012 to Jan 2017
Ipswich Base Hospital
Registered Nurse

QUALIFICATIONS
Bachelor of Nursing, Griffith University, 2009 – 2011

REFEREES
Dr Alan Whitcombe
Director of Emergency Medicine
Ph: (07) 3555 0199
alan.whitcombe@example.com`,
  },
  {
    title: 'firms and a family called after trades',
    language: 'en',
    expected: `name: Anna Judge
email: anna.judge@example.com
phone: +353871234567
job: Store Manager @ Baker Street Detectives | 2018-11 |
job: Sales Assistant @ The Tailor Shop | 2015-02 | 2018-10
school: Diploma; Retail Management @ Technological University Dublin | 2013 | 2015`,
    text: `Anna Judge
Store Manager
Address: 14 Main Street, Bray, Co. Wicklow, Ireland
Phone: 087 123 4567
Email: anna.judge@example.com

Work Experience

Baker Street Detectives
Store Manager
Nov 2018 – Present
Runs the escape rooms and the gift shop.

The Tailor Shop
Sales Assistant
Feb 2015 – Oct 2018

Education

Technological University Dublin
Diploma in Retail Management
2013 – 2015`,
  },
  {
    title: 'capitals between dots, a career break',
    language: 'en',
    expected: `name: Nadia Petrova
email: nadia.petrova@example.com
phone: +359888123456
job: QA LEAD @ BALKANSOFT OOD | 2021-09 |
job: QA ENGINEER @ VITOSHA SYSTEMS | 2013-01 | 2018-05
school: MSc; Informatics @ Sofia University St. Kliment Ohridski | 2010 | 2012`,
    text: `NADIA PETROVA
QA Lead
Sofia, Bulgaria | +359 888 123 456 | nadia.petrova@example.com

PROFESSIONAL EXPERIENCE

QA LEAD · BALKANSOFT OOD · 09/2021 – PRESENT
- Test strategy for four teams

CAREER BREAK · PARENTAL LEAVE · 06/2018 – 08/2021

QA ENGINEER · VITOSHA SYSTEMS · 01/2013 – 05/2018
- Selenium, JMeter

EDUCATION
MSc Informatics · Sofia University St. Kliment Ohridski · 2010 – 2012

LANGUAGES
Bulgarian · English · Russian`,
  },
  {
    title: 'student, a degree in progress',
    language: 'en',
    expected: `name: Zainab Hussain
email: zainab.h@example.com
phone: 07700 900888
job: Library Assistant @ University of Leicester | 2022-10 |
school: BA; English Literature @ University of Leicester | 2021-09 |
school: A-levels @ Gateway Sixth Form College | 2019 | 2021`,
    text: `Zainab Hussain
07700 900888 | zainab.h@example.com | www.linkedin.com/in/zainabhussain

Education
BA English Literature, University of Leicester (Sept 2021 – in progress, expected 2:1)
A-levels, Gateway Sixth Form College (2019 – 2021)
English Literature A*, History A, French B

Experience
Library Assistant (part-time), University of Leicester (Oct 2022 – present)
- Shelving and issuing books

Volunteering
Reading mentor, Beanstalk charity (2020 – 2021)

References
Available on request`,
  },
  {
    title: 'freelance without an employer, three numbers, employer in a sentence',
    language: 'de',
    expected: `name: Sören Zimmermann
email: soeren@example.de
phone: +491701234567
job: Selbstständiger IT-Berater @ | 2016-07 |
job: Systemadministrator @ Klinikum Fulda | 2008-01 | 2016-06
school: Fachinformatiker für Systemintegration (IHK) @ Deutsche Bahnwerke AG | 2004 | 2007`,
    text: `Sören Zimmermann
Dipl.-Inf. (FH)
Am Rain 3 · 36037 Fulda
Mobil 0170 1234567 · Festnetz 0661 9876543 · Fax 0661 9876544
soeren@example.de · www.example.de

BERUFSPRAXIS
Juli 2016 bis heute
Selbstständiger IT-Berater
Netzwerke für Arztpraxen, Datensicherung, Schulungen

Jan. 2008 bis Juni 2016
Systemadministrator im Klinikum Fulda
Betreuung von 1.200 Arbeitsplätzen

AUSBILDUNG
2004 bis 2007
Fachinformatiker für Systemintegration (IHK), Deutsche Bahnwerke AG`,
  },
  {
    title: 'German, jobs told in sentences, a time without work',
    language: 'de',
    expected: `name: Uwe Schreiner
email: uwe.schreiner67@example.de
phone: +4982112345
job: Lagerist und Staplerfahrer @ Logistikzentrum Süd GmbH | 2012-04 |
job: Tischler @ Holzbau Wanninger | 1995-08 | 2011-10
school: Ausbildung; Tischler @ Holzbau Wanninger | 1992-09 | 1995-07
school: Hauptschulabschluss @ Hauptschule Gersthofen | 1983 | 1992`,
    text: `Uwe Schreiner
Bahnhofstr. 3
86368 Gersthofen
Tel.: 0821 / 12345
Mail: uwe.schreiner67@example.de

L E B E N S L A U F

Persönliche Angaben
geboren am 3. Juni 1976 in Augsburg
verheiratet, 2 Kinder

Berufliche Laufbahn
seit April 2012: Lagerist und Staplerfahrer bei der Logistikzentrum Süd GmbH in Gersthofen
November 2011 – März 2012: arbeitsuchend
August 1995 – Oktober 2011: Tischler bei Holzbau Wanninger in Neusäß

Ausbildung
September 1992 – Juli 1995: Ausbildung zum Tischler, Holzbau Wanninger
1983 – 1992: Hauptschule Gersthofen, Abschluss: Hauptschulabschluss

Kenntnisse
Staplerschein, CNC-Grundkenntnisse

Gersthofen, den 12.05.2024`,
  },
  {
    title: '職務経歴書 in Markdown, positions within an employer',
    language: 'ja',
    expected: `name: 小林 大輔
email: d.kobayashi@example.jp
phone: +819011112222
job: テックリード @ 株式会社ブルースカイ | 2020-10 |
job: バックエンドエンジニア @ 株式会社ブルースカイ | 2018-04 | 2020-09
job: システムエンジニア @ 東都情報システム株式会社 | 2013-04 | 2018-03
school: 工学部 情報工学科 @ 東海工業大学 | 2009-04 | 2013-03`,
    text: `# 職務経歴書

2024年2月15日
氏名：小林 大輔

- 電話番号：090-1111-2222
- メールアドレス：d.kobayashi@example.jp
- GitHub：https://github.com/dkobayashi

## 職務要約

バックエンド開発に11年従事。直近はテックリードとして5名のチームを率いる。

## 職務経歴

### 株式会社ブルースカイ（2018年4月～現在）

**テックリード**（2020年10月～現在）

- マイクロサービス化の推進
- 採用面接

**バックエンドエンジニア**（2018年4月～2020年9月）

- APIの開発（Go）

### 東都情報システム株式会社（2013年4月～2018年3月）

**システムエンジニア**

- 金融機関向け基幹システムの保守

## 学歴

2009年4月～2013年3月　東海工業大学 工学部 情報工学科

## 資格

- 応用情報技術者試験（2015年6月）
- AWS Certified Solutions Architect（2021年3月）

## 語学

英語：日常会話レベル（TOEIC 720点）`,
  },
  {
    title: 'American executive, a sentence between employer and title',
    language: 'en',
    expected: `name: Catherine Bell-Ramos
email: c.bellramos@example.com
phone: +12145550119
job: Chief Operating Officer @ MERIDIAN COLD STORAGE, INC. | 2018 |
job: Vice President, Supply Chain @ LONE STAR GROCERS | 2013 | 2018
job: Director of Logistics @ LONE STAR GROCERS | 2009 | 2013
job: Operations Manager @ UPD FREIGHT SYSTEMS | 2003 | 2009
school: MBA @ Southern Methodist University | | 2008
school: BS; Industrial Engineering @ Texas A&M University | | 2003`,
    text: `CATHERINE BELL-RAMOS
Dallas, TX 75201 | 214-555-0119 | c.bellramos@example.com

CHIEF OPERATING OFFICER
Operations executive who scales cold-chain businesses.

AREAS OF EXPERTISE
P&L Management | Lean Six Sigma | M&A Integration | 3PL Negotiation

PROFESSIONAL EXPERIENCE

MERIDIAN COLD STORAGE, INC., Dallas, TX (2018 to Present)
$240M cold storage operator with 19 sites.
Chief Operating Officer
• Grew EBITDA 41% in four years.

LONE STAR GROCERS, Fort Worth, TX (2009 to 2018)
Regional chain with 140 stores.
Vice President, Supply Chain (2013 to 2018)
• Cut shrink by $9M.
Director of Logistics (2009 to 2013)
• Opened two distribution centers.

UPD FREIGHT SYSTEMS, Houston, TX (2003 to 2009)
Operations Manager
• Managed 120 drivers.

EDUCATION
MBA, Southern Methodist University, 2008
BS Industrial Engineering, Texas A&M University, 2003`,
  },
  {
    title: 'Chilean, a la fecha',
    language: 'es',
    expected: `name: Martín Aguirre Soto
email: martin.aguirre@example.cl
phone: +56987654321
job: Jefe de Operaciones @ Minera Los Cóndores S.A. | 2019-05 |
job: Ingeniero de Procesos @ Cobre Norte SpA | 2014-01 | 2019-04
school: Ingeniería; Civil Industrial @ Universidad Técnica Federico Santa María | 2008 | 2013`,
    text: `# MARTÍN AGUIRRE SOTO

Jefe de Operaciones | Antofagasta, Chile
+56 9 8765 4321 | martin.aguirre@example.cl

## Experiencia Profesional

**Minera Los Cóndores S.A.** — Antofagasta
*Jefe de Operaciones* | Mayo 2019 - a la fecha

* Dotación de 180 personas
* Plan de mantenimiento anual

**Cobre Norte SpA** — Calama
*Ingeniero de Procesos* | Enero 2014 - Abril 2019

* Optimización de flotación

## Educación

**Universidad Técnica Federico Santa María** — Valparaíso
*Ingeniería Civil Industrial* | 2008 - 2013

## Referencias

Rodrigo Fuentes, Gerente General, +56 9 1111 2222`,
  },
  {
    title: 'Brazilian, everything an item',
    language: 'pt',
    expected: `name: Camila Ferreira Lopes
email: camila.lopes@example.br
phone: +5521976543210
job: Auxiliar Administrativo @ Clínica Vida Plena | 2019-03 |
job: Recepcionista @ Hotel Atlântico Sul | 2016-02 | 2019-02
school: Ensino Médio Completo @ Colégio Estadual Tiradentes | | 2015
school: Técnico; Administração @ SENAC | 2016 | 2017`,
    text: `CURRÍCULO

Camila Ferreira Lopes
Solteira, 27 anos
Endereço: Rua do Catete, 90, ap. 301 - Rio de Janeiro/RJ
Telefone: (21) 97654-3210
E-mail: camila.lopes@example.br

Objetivo: Auxiliar administrativo

Formação
- Ensino Médio Completo – Colégio Estadual Tiradentes – 2015
- Técnico em Administração – SENAC – 2016 a 2017

Experiência
- Clínica Vida Plena – Auxiliar Administrativo (março de 2019 até o momento)
  Atividades: agendamento, faturamento de convênios
- Hotel Atlântico Sul – Recepcionista (fevereiro de 2016 a fevereiro de 2019)
  Atividades: check-in e check-out

Cursos
- Excel avançado – 40h – 2018`,
  },
  {
    title: 'Indian, labelled fields, a degree in a sentence',
    language: 'en',
    expected: `name: Rajesh Kumar Iyer
email: rajesh.iyer82@example.com
phone: +919840012345
job: Team Lead @ Tidewater Infotech Pvt Ltd | 2018-08 |
job: Senior Software Engineer @ Cyberpark Solutions | 2013-06 | 2018-07
school: B.E.; Electronics & Communication @ Anna University | | 2009`,
    text: `Rajesh Kumar Iyer
Mob No: 9840012345
Email ID: rajesh.iyer82@example.com
Chennai, India

Professional Summary:
• 11+ years of experience in Java/J2EE.
• Certified Scrum Master.

Work Experience:
Organization: Tidewater Infotech Pvt Ltd, Chennai
Designation: Team Lead
Duration: Aug 2018 – Till Date
Roles & Responsibilities:
• Leading a team of 8

Organization: Cyberpark Solutions, Bangalore
Designation: Senior Software Engineer
Duration: Jun 2013 – Jul 2018

Educational Qualification:
B.E. (Electronics & Communication) from Anna University in 2009 with 72%.

Personal Details:
Father's Name: K. S. Iyer
DOB: 05/07/1987`,
  },
  {
    title: '履歴書, title in brackets behind the event',
    language: 'ja',
    expected: `name: 中村 由美子
email: yumiko-n@example.jp
phone: +81454567890
job: 歯科衛生士 @ 医療法人白樺会 みなと歯科クリニック | 1999-04 | 2008-03
job: 歯科衛生士 @ 横浜デンタルオフィス | 2012-10 |
school:  @ 神奈川県立港北東高等学校 | 1993-04 | 1996-03
school: 歯科衛生士科 @ 関東歯科衛生専門学校 | 1996-04 | 1999-03`,
    text: `履　歴　書　　　　令和5年10月1日 現在
ふりがな　なかむら　ゆみこ
氏　　名　中村　由美子
昭和52年9月9日生（満46歳）　※性別　女
〒222-0033
神奈川県横浜市港北区新横浜2-4-1
電話　045-456-7890
E-mail　yumiko-n@example.jp

学歴
平成5年4月　　神奈川県立港北東高等学校　入学
平成8年3月　　神奈川県立港北東高等学校　卒業
平成8年4月　　関東歯科衛生専門学校　歯科衛生士科　入学
平成11年3月　 関東歯科衛生専門学校　歯科衛生士科　卒業

職歴
平成11年4月　 医療法人白樺会 みなと歯科クリニック　入職
　　　　　　　歯科衛生士として勤務
平成20年3月　 出産のため退職
平成24年10月　横浜デンタルオフィス　入職（歯科衛生士）
　　　　　　　現在に至る
　　　　　　　　　　　　　　　　　　以上

免許・資格
平成11年4月　歯科衛生士免許　取得`,
  },
  {
    title: 'French, one line with bars',
    language: 'fr',
    expected: `name: Yasmine BENALI
email: y.benali@example.fr
phone: +33755123456
job: Chargée de communication @ Mairie de Villeurbanne | 2021-09 |
job: Alternante en communication @ Groupe Rhônalp | 2019-09 | 2021-08
job: Stagiaire @ Radio Canut | 2019-01 | 2019-06
school: Master 2; Communication des organisations @ Université Lumière Lyon 2 | 2019 | 2021
school: BTS; Communication @ Lycée La Martinière | 2016 | 2018`,
    text: `Yasmine BENALI – 27 ans
Chargée de communication
Lyon 3e • 07 55 12 34 56 • y.benali@example.fr • linkedin.com/in/yasmine-benali

EXPÉRIENCES

Chargée de communication | Mairie de Villeurbanne | CDI | depuis sept. 2021
→ Rédaction du magazine municipal
→ Relations presse

Alternante en communication | Groupe Rhônalp | sept. 2019 – août 2021
→ Newsletter interne

Stagiaire | Radio Canut | janv. – juin 2019

DIPLÔMES ET FORMATIONS

Master 2 Communication des organisations | Université Lumière Lyon 2 | 2019-2021
BTS Communication | Lycée La Martinière, Lyon | 2016-2018

COMPÉTENCES
Suite Adobe · WordPress · rédaction web

LANGUES
Français · Arabe · Anglais (B2)`,
  },
  {
    title: 'German, a label that heads a list in a job, a degree behind its label',
    language: 'de',
    expected: `name: Svenja Brandt
email: svenja.brandt@example.de
phone: +4940123456
job: Leiterin Marketing @ Nordlicht Optik GmbH | 2017-04 |
job: Produktmanagerin @ Optikhaus Lübeck KG | 2011-10 | 2017-03
school: Diplom-Kauffrau; FH @ Fachhochschule Kiel | 2006-09 | 2011-08`,
    text: `Svenja Brandt | Elbchaussee 100 | 22763 Hamburg | 040 123456 | svenja.brandt@example.de

Lebenslauf

Geboren: 05.05.1986, verheiratet mit Holger Brandt

PRAXIS

April 2017 bis heute
Nordlicht Optik GmbH, Hamburg
Leiterin Marketing
Schwerpunkte:
- Markenführung
- Messeauftritte

Oktober 2011 bis März 2017
Optikhaus Lübeck KG, Lübeck
Produktmanagerin

STUDIUM

September 2006 bis August 2011
Fachhochschule Kiel
Betriebswirtschaft, Abschluss: Diplom-Kauffrau (FH)`,
  },
  {
    title: '履歴書 with letters for eras, 同社 and 同校',
    language: 'ja',
    expected: `name: 石川 翔太
email: shota-ishikawa@example.jp
phone: +818012340000
job: 溶接工 @ 有限会社石田鉄工所 | 2012-04 | 2020-09
job: 製造スタッフ @ 関西メタル工業株式会社 | 2020-10 |
school: 機械科 @ 大阪府立東淀工業高等学校 | 2009-04 | 2012-03`,
    text: `履歴書

氏名：石川 翔太（いしかわ しょうた）
生年月日：平成5年8月8日
住所：〒533-0004 大阪府大阪市東淀川区小松1-2-3
TEL：080-1234-0000
MAIL：shota-ishikawa@example.jp

■学歴
H21.4　大阪府立東淀工業高等学校 機械科 入学
H24.3　同校 卒業

■職歴
H24.4　有限会社石田鉄工所 入社（溶接工）
R2.9　 同社 退職
R2.10　関西メタル工業株式会社 入社（製造スタッフ）
　　　 現在に至る

■免許・資格
H25.11　アーク溶接特別教育 修了`,
  },
  {
    title: 'French student, a title that only chez tells',
    language: 'fr',
    expected: `name: Lucas FONTAINE
email: lucas.fontaine@example.fr
phone: +33698765432
job: Équipier polyvalent @ Burger Planète | 2022-07 |
job: Animateur BAFA @ Centre de loisirs de Bègles | 2021-07 | 2021-08
school: Licence 3; Géographie @ Université Bordeaux Montaigne | 2021 |
school: Baccalauréat; général @ Lycée Montesquieu | | 2021`,
    text: `Lucas FONTAINE
Étudiant en géographie
06.98.76.54.32 / lucas.fontaine@example.fr
Né le 12/02/2003 – Permis B

Formation
Depuis 2021 : Licence 3 Géographie, Université Bordeaux Montaigne
2021 : Baccalauréat général (mention assez bien), Lycée Montesquieu, Bordeaux

Expériences
Depuis juillet 2022 : Équipier polyvalent chez Burger Planète (temps partiel)
Juillet – août 2021 : Animateur BAFA, Centre de loisirs de Bègles

Centres d'intérêt
Randonnée, cartographie`,
  },
  {
    title: 'English, years alone, to date',
    language: 'en',
    expected: `name: Geoffrey Weaver
email: g.weaver@example.uk
phone: +441904123456
job: Bus Driver @ Ridings Buses Ltd | 2003 |
job: Postman @ Royal Mail | 1989 | 2003
job: Butcher's Assistant @ Hobson's of Selby | 1985 | 1989
school: CSE English, Maths, Woodwork @ Barlby High School | 1979 | 1984`,
    text: `GEOFFREY WEAVER

12 Station Road, Selby, North Yorkshire YO8 4NW
Telephone: 01904 123456
Email: g.weaver@example.uk

Employment

2003 to date     Ridings Buses Ltd, York
                 Bus Driver
                 Clean PCV licence, two years as union representative

1989 to 2003     Royal Mail, Selby
                 Postman

1985 to 1989     Hobson's of Selby
                 Butcher's Assistant

Education

1979 to 1984     Barlby High School
                 CSE English, Maths, Woodwork

Interests

Brass band, allotment`,
  },
  {
    title: 'German pupil, schools and their towns',
    language: 'de',
    expected: `name: Ben Krüger
email: ben.krueger2007@example.de
phone: +4915211122233
job: Schülerpraktikum @ Elektro Lindner | 2022-03 | 2022-03
school:  @ Grundschule Nord | 2014-08 | 2018-07
school:  @ Realschule am Stadtpark | 2018-08 |`,
    text: `Lebenslauf

Vor- und Nachname: Ben Krüger
Geboren am: 14.11.2007 in Celle
Wohnort: Hannoversche Str. 9, 29221 Celle
Handy: 0152 11122233
E-Mail: ben.krueger2007@example.de
Eltern: Sabine Krüger (Krankenschwester), Olaf Krüger (Elektriker)

Schulbildung:
08/2014 – 07/2018 Grundschule Nord, Celle
seit 08/2018 Realschule am Stadtpark, Celle
voraussichtlicher Abschluss: Realschulabschluss

Praktika:
03/2022 Schülerpraktikum bei Elektro Lindner, Celle

Hobbys:
Fußball, Gitarre`,
  },
  {
    title: 'Czech',
    language: 'cs',
    expected: `name: Petr Novák
email: petr.novak@example.cz
phone: +420601123456
job: Vedoucí skladu @ Logistika Morava s.r.o. | 2018-03 |
job: Skladník @ Obchody Brno a.s. | 2012-06 | 2018-02
school: maturita @ Střední průmyslová škola Brno | 2007 | 2011`,
    text: `ŽIVOTOPIS

Petr Novák
Kounicova 10, 602 00 Brno
Tel.: 601 123 456
E-mail: petr.novak@example.cz

PRACOVNÍ ZKUŠENOSTI
03/2018 – dosud   Vedoucí skladu, Logistika Morava s.r.o., Brno
06/2012 – 02/2018 Skladník, Obchody Brno a.s.

VZDĚLÁNÍ
2007 – 2011 Střední průmyslová škola Brno, maturita

JAZYKY
angličtina – středně pokročilá

OSTATNÍ
Řidičský průkaz sk. B`,
  },
  {
    title: 'Norwegian, a title that only the order tells',
    language: 'no',
    expected: `name: Ingrid Solberg
email: ingrid.solberg@example.no
phone: +4791234567
job: Sykepleier @ Haukeland universitetssjukehus | 2017-08 |
job: Hjelpepleier @ Bergen kommune | 2012-01 | 2014-06
school: Bachelor; sykepleie @ Høgskulen på Vestlandet | 2014 | 2017`,
    text: `Ingrid Solberg
Telefon: 912 34 567
E-post: ingrid.solberg@example.no
Bergen

ARBEIDSERFARING
2017.08 – nå: Sykepleier, Haukeland universitetssjukehus
2012.01 – 2014.06: Hjelpepleier, Bergen kommune

UTDANNING
2014 – 2017: Bachelor i sykepleie, Høgskulen på Vestlandet

SPRÅK
Norsk, engelsk`,
  },
  {
    title: '職務経歴書, one line a job with wide gaps',
    language: 'ja',
    expected: `name: 松本 亮
email: ryo.matsumoto@example.jp
phone: +817044445555
job: プロダクトマネージャー @ 合同会社ナギサ | 2022-01 |
job: 事業企画 @ 株式会社オリオン電算 | 2017-10 | 2021-12
job: 営業 @ 大洋証券株式会社 | 2012-04 | 2017-09
school: 法学部 @ 南山手大学 | | 2012-03`,
    text: `                         職務経歴書
                                              2024年4月1日現在
                                                 氏名 松本 亮

連絡先: 070-4444-5555 / ryo.matsumoto@example.jp
LinkedIn: https://www.linkedin.com/in/ryomatsumoto

【要約】
証券会社での法人営業、IT企業での事業企画を経て、現在はSaaSのプロダクトマネージャーとして従事。

【職務経歴】

2022年1月 - 現在  合同会社ナギサ  プロダクトマネージャー
  - 勤怠管理SaaSの企画と開発推進
  - KPI設計

2017年10月 - 2021年12月  株式会社オリオン電算  事業企画
  - 新規事業の立ち上げ（2件）

2012年4月 - 2017年9月  大洋証券株式会社  営業
  - 中小企業向けの資産運用提案

【学歴】
2012年3月  南山手大学 法学部 卒業

【スキル】
SQL、Figma、Jira

【語学】
英語（ビジネスレベル）`,
  },
  {
    title: 'Chinese, labelled jobs below their times',
    language: 'zh',
    expected: `name: 陈美玲
email: meiling.chen@example.com
phone: +8613700001111
job: 财务主管 @ 北京瑞丰贸易有限公司 | 2018-05 |
job: 会计 @ 天津港华物流有限公司 | 2013-07 | 2018-04
school: 学士; 会计学 @ 天津财经大学 | 2009-09 | 2013-06`,
    text: `陈美玲
手机：13700001111 | 邮箱：meiling.chen@example.com | 北京市朝阳区

■ 工作经验

2018年5月-至今
公司：北京瑞丰贸易有限公司
职位：财务主管
工作内容：
1. 编制月度报表
2. 税务申报

2013年7月-2018年4月
公司：天津港华物流有限公司
职位：会计

■ 教育经历
2009年9月-2013年6月  天津财经大学  会计学  学士

■ 证书
中级会计师`,
  },
  {
    title: 'print of a XING profile, durations before times',
    language: 'de',
    expected: `name: Carolin Weiß
email: carolin.weiss@example.de
job: HR Business Partner @ Nordstern Reederei AG | 2020-01 |
job: Personalreferentin @ Hafenlogistik Bremerhaven GmbH | 2016-04 | 2019-12
job: Trainee Human Resources @ Müller & Söhne KG | 2015-01 | 2016-03
school: Master of Science; Wirtschaftspsychologie @ Universität Bremen | 2012-10 | 2014-12`,
    text: `Carolin Weiß
HR Business Partner bei Nordstern Reederei AG
Bremen, Deutschland
carolin.weiss@example.de
https://www.xing.com/profile/Carolin_Weiss12

Berufserfahrung

HR Business Partner
Nordstern Reederei AG
Bis heute 4 Jahre und 5 Monate, seit Jan. 2020
Betreuung von 400 Mitarbeitern an Land

Personalreferentin
Hafenlogistik Bremerhaven GmbH
3 Jahre und 9 Monate, Apr. 2016 - Dez. 2019

Trainee Human Resources
Müller & Söhne KG
1 Jahr und 3 Monate, Jan. 2015 - März 2016

Ausbildung

Wirtschaftspsychologie, Master of Science
Universität Bremen
2 Jahre und 3 Monate, Okt. 2012 - Dez. 2014`,
  },
]
