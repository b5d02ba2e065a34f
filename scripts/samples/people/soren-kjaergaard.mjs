/** The Word document: contact details in the page header, a table, a link, bullets, Danish letters. */
export const sorenKjaergaard = {
  name: 'Søren Kjærgaard',
  title: 'Architect MAA, timber construction',
  contact: ['Åboulevarden 21, 8000 Aarhus C', '+45 86 55 01 73', 'soren.kjaergaard@example.net'],
  portfolio: {text: 'example.net/soren/portfolio', url: 'https://example.net/soren/portfolio'},
  summary:
    'Architect with nine years of practice in schools, housing and timber buildings, from competition to ' +
    'site. Registered member of the Danish Association of Architects (MAA).',
  work: [
    {
      role: 'Project Architect',
      company: 'Tegnestuen Bøgelund',
      place: 'Aarhus',
      dates: '2019 – present',
      points: [
        'Lead architect of Mårslet School: 6,200 m² in cross-laminated timber, opened in August 2023.',
        'Coordinate engineers and eleven trades in one shared building model.',
        'Won two of five open competitions as design lead.',
      ],
    },
    {
      role: 'Architect',
      company: 'Nordlys Arkitekter',
      place: 'Odense',
      dates: '2015 – 2019',
      points: [
        'Detailed 84 row houses in Tårup, built within the budget.',
        'Renovated a listed warehouse from 1887 as a public library.',
      ],
    },
  ],
  education: [
    ['2013 – 2015', 'MA Architecture', 'Aarhus School of Architecture'],
    ['2010 – 2013', 'BA Architecture', 'Aarhus School of Architecture'],
    ['2012', 'Exchange semester', 'ETH Zürich'],
  ],
  skills: ['Revit and Rhino, with Grasshopper', 'Life-cycle assessment (LCAbyg)', 'Danish, English, German'],
  truth: [
    'Søren Kjærgaard',
    'Åboulevarden 21, 8000 Aarhus C',
    '+45 86 55 01 73',
    'soren.kjaergaard@example.net',
    'example.net/soren/portfolio',
    'Tegnestuen Bøgelund',
    'Lead architect of Mårslet School: 6,200 m² in cross-laminated timber',
    'Nordlys Arkitekter',
    'Detailed 84 row houses in Tårup',
    'Aarhus School of Architecture',
    'ETH Zürich',
    'Life-cycle assessment (LCAbyg)',
  ],
}
