/** The two-column PDF: Polish letters, an embedded font, the sidebar written before the main column. */
export const lukaszWisniewski = {
  name: 'Łukasz Wiśniewski',
  title: 'Data Engineer',
  contact: [
    ['E-mail', 'lukasz.wisniewski@example.org'],
    ['Phone', '+48 22 555 01 42'],
    ['Address', 'ul. Źródlana 14, Kraków'],
    ['Web', 'example.org/lukasz'],
  ],
  skills: [
    'Python',
    'Scala',
    'Apache Spark',
    'Airflow',
    'dbt',
    'Snowflake',
    'Kafka',
    'Terraform',
    'GitLab CI',
  ],
  languages: ['Polish – native', 'English – C1', 'German – B1'],
  interests: ['Climbing in the Tatras', 'Restoring radios'],
  summary:
    'Data engineer who turns scattered company data into tables that people trust. Eight years in retail and ' +
    'energy, from nightly batches to streaming.',
  work: [
    {
      role: 'Data Engineer',
      company: 'Żubrowa Energia',
      dates: '04/2021 – today',
      points: [
        'Stream readings of 600,000 smart meters with Kafka and Spark; data is ready in two minutes.',
        'Cut the warehouse bill by 38 % with incremental dbt models.',
        'Set up data contracts with eleven source teams.',
        'Mentor two juniors; review every schema change of the department.',
      ],
    },
    {
      role: 'Junior Data Engineer',
      company: 'Piekarnia Gołębiewski',
      dates: '09/2017 – 03/2021',
      points: [
        'Built the sales warehouse of 130 bakeries from scratch.',
        'Forecast daily demand; unsold bread fell by a fifth.',
      ],
    },
    {
      role: 'Database Administrator',
      company: 'Miejska Biblioteka w Łodzi',
      dates: '07/2016 – 08/2017',
      points: ['Moved the library catalogue from Oracle to PostgreSQL without a day of closure.'],
    },
  ],
  education: [
    {degree: 'MSc Computer Science', school: 'AGH University of Kraków', dates: '2014 – 2016'},
    {degree: 'BSc Applied Mathematics', school: 'University of Łódź', dates: '2011 – 2014'},
  ],
  projects: [
    'rozklad: open data of the Kraków tram timetable as clean Parquet files, 340 stars.',
    'Talk at a Warsaw data meetup, 2023: Late data is still data.',
  ],
  certificates: ['Databricks Certified Data Engineer, 2022', 'Certified Kubernetes Administrator, 2020'],
  truth: [
    'Łukasz Wiśniewski',
    'lukasz.wisniewski@example.org',
    '+48 22 555 01 42',
    'ul. Źródlana 14, Kraków',
    'Apache Spark',
    'German – B1',
    'Żubrowa Energia',
    'smart meters with Kafka and Spark',
    'Piekarnia Gołębiewski',
    '09/2017 – 03/2021',
    'Miejska Biblioteka w Łodzi',
    'AGH University of Kraków',
    'Certified Kubernetes Administrator, 2020',
  ],
}
