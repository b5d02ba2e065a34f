/** The scan: two typewritten-looking pages without a text layer. */
export const margaretOkafor = {
  name: 'Margaret Okafor',
  title: 'Registered Nurse, Intensive Care',
  contact: ['Leeds, United Kingdom', '0113 496 0254', 'margaret.okafor@example.com'],
  summary:
    'Intensive care nurse with fourteen years at the bedside and five as a shift leader. Calm in a crisis, ' +
    'careful with paper, and glad to teach. Seeking a post as clinical educator in a teaching hospital.',
  work: [
    {
      role: 'Senior Charge Nurse, Adult Intensive Care',
      company: 'Aireborough General Hospital',
      place: 'Leeds',
      dates: 'January 2018 - present',
      points: [
        'Lead a team of twenty-two nurses on an eighteen-bed unit, days and nights.',
        'Introduced a daily sedation pause; mean time on the ventilator fell by 1.4 days.',
        'Chair the infection control group; no line infection in the last 310 days.',
        'Supervise six students and two return-to-practice nurses every year.',
        'Took part in writing the regional transfer checklist for ventilated patients.',
      ],
    },
    {
      role: 'Staff Nurse, Cardiac Intensive Care',
      company: 'Ridgemont Heart Centre',
      place: 'Sheffield',
      dates: 'May 2012 - December 2017',
      points: [
        'Cared for patients after bypass, valve and transplant surgery.',
        'Trained in continuous renal replacement therapy and intra-aortic balloon pumps.',
        'Wrote the induction booklet that new starters still receive.',
        'Deputy sister from 2015; drew up the rota for thirty-one nurses.',
      ],
    },
    {
      role: 'Staff Nurse, Acute Medicine',
      company: 'Calder Bridge Infirmary',
      place: 'Wakefield',
      dates: 'September 2009 - April 2012',
      points: [
        'Rotated through acute admissions, respiratory and stroke wards.',
        'Link nurse for diabetes: taught insulin safety to forty colleagues.',
      ],
    },
    {
      role: 'Healthcare Assistant (part time, while studying)',
      company: 'Beckfoot Nursing Home',
      place: 'Leeds',
      dates: 'October 2006 - August 2009',
      points: [
        'Personal care, meals and night rounds for thirty-four residents.',
        'Trained new assistants in safe lifting.',
      ],
    },
  ],
  education: [
    {
      degree: 'Postgraduate Certificate in Clinical Education',
      school: 'University of Huddersfield',
      dates: '2019 - 2020',
      note: 'Part time beside full employment.',
    },
    {
      degree: 'Critical Care Nursing, Level 7',
      school: 'Sheffield Hallam University',
      dates: '2014 - 2015',
      note: 'Sixty credits, passed with merit.',
    },
    {
      degree: 'BSc (Hons) Adult Nursing',
      school: 'University of Leeds',
      dates: '2006 - 2009',
      note: 'Upper second class.',
    },
  ],
  skills: [
    ['Clinical', 'Ventilation, haemofiltration, arterial lines, advanced life support'],
    ['Teaching', 'Simulation, bedside assessment, portfolio review'],
    ['Systems', 'Electronic prescribing, incident reporting, audit'],
    ['Registration', 'Nursing and Midwifery Council, revalidated 2023'],
    ['Languages', 'English, Igbo'],
  ],
  referees: [
    'Dr Alan Birkett, Consultant in Intensive Care, Aireborough General Hospital',
    'Mrs Joan Thackray, Matron, Ridgemont Heart Centre',
  ],
  truth: [
    'Margaret Okafor',
    'Registered Nurse, Intensive Care',
    'margaret.okafor@example.com',
    'Aireborough General Hospital',
    'Introduced a daily sedation pause',
    'Ridgemont Heart Centre',
    'May 2012',
    'Calder Bridge Infirmary',
    'taught insulin safety to forty colleagues',
    'Beckfoot Nursing Home',
    'University of Huddersfield',
    'Critical Care Nursing',
    'advanced life support',
    'Dr Alan Birkett',
    'Mrs Joan Thackray',
  ],
}
