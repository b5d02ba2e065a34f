/** The plain text file, as pasted into a web form. */
export const priyaRaman = {
  text: `PRIYA RAMAN
Product Manager, medical devices

Dublin, Ireland
Phone: +353 1 555 0129
E-mail: priya.raman@example.com
Web: https://example.com/priya-raman

PROFILE
Product manager with a background in biomedical engineering. Ten years of
bringing regulated devices from first sketch to market in Europe and the US.
I write clear requirements and say no kindly.

EXPERIENCE

Senior Product Manager
Liffey Medical, Dublin                                     2020 - present
* Own a family of three infusion pumps sold in 26 countries.
* Took the second generation through CE marking under the MDR in 14 months.
* Reduced field complaints by 45 % after 60 visits to hospital wards.

Product Manager
Clonmore Diagnostics, Cork                                    2016 - 2020
* Launched a point-of-care troponin test; 1.2 million tests sold in year two.
* Set up the first user panel with general practitioners.

Biomedical Engineer
Sahyadri Instruments, Pune                                    2013 - 2016
* Designed the alarm system of a neonatal ventilator (IEC 60601-1-8).

EDUCATION
MBA, University College Dublin                                2015 - 2016
B.Tech Biomedical Engineering, Vellore Institute of Technology 2009 - 2013

SKILLS
Roadmaps, ISO 13485, ISO 14971, usability testing, SQL, Jira

LANGUAGES
English, Tamil, Hindi
`,
  truth: [
    'PRIYA RAMAN',
    'priya.raman@example.com',
    '+353 1 555 0129',
    'Liffey Medical, Dublin',
    'CE marking under the MDR in 14 months',
    'Clonmore Diagnostics, Cork',
    'Sahyadri Instruments, Pune',
    'neonatal ventilator (IEC 60601-1-8)',
    'Vellore Institute of Technology',
    'English, Tamil, Hindi',
  ],
}
