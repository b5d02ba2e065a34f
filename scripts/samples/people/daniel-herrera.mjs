/** The photo: one printed page on a desk. */
export const danielHerrera = {
  name: 'Daniel Herrera',
  title: 'Head Chef',
  contact: ['Manchester, United Kingdom', '0161 496 0318', 'daniel.herrera@example.com'],
  summary:
    'Head chef with twelve years in busy kitchens. Seasonal menus, short supply chains, and a brigade that ' +
    'stays. Used to two hundred covers on a Saturday night.',
  work: [
    {
      role: 'Head Chef',
      company: 'The Salted Plum',
      place: 'Manchester',
      dates: '2019 - present',
      points: [
        'Run a kitchen of nine; staff turnover fell from 70 to 20 per cent.',
        'Brought food cost down from 34 to 27 per cent of sales.',
        'Named best neighbourhood restaurant of the city in 2022.',
      ],
    },
    {
      role: 'Sous Chef',
      company: 'Quayside Grill',
      place: 'Liverpool',
      dates: '2015 - 2019',
      points: [
        'Led the fish section, then the pass.',
        'Trained four apprentices to their final certificate.',
      ],
    },
    {
      role: 'Commis Chef',
      company: 'Hotel Miramar',
      place: 'Valencia',
      dates: '2012 - 2015',
      points: ['Worked every section, from the bakery to banquets for three hundred.'],
    },
    {
      role: 'Kitchen Porter',
      company: 'Casa Peralta',
      place: 'Valencia',
      dates: '2009 - 2012',
      points: ['Weekends and holidays beside school; learnt to sharpen, scrub and listen.'],
    },
  ],
  education: [
    {degree: 'Wine and Spirits Award, Level 2', school: 'Irwell Wine School, Manchester', dates: '2021'},
    {degree: 'Diploma in Culinary Arts', school: 'Valencia School of Hospitality', dates: '2010 - 2012'},
  ],
  skills: [
    ['Kitchen', 'Menu planning, butchery, bread, fermentation'],
    ['Safety', 'Food Hygiene Level 4, HACCP, first aid'],
    ['Languages', 'English, Spanish, Catalan'],
  ],
  referees: ['Ruth Calloway, owner, The Salted Plum', 'Joan Ferrer, executive chef, Hotel Miramar'],
  truth: [
    'Daniel Herrera',
    'Head Chef',
    'daniel.herrera@example.com',
    'The Salted Plum',
    'staff turnover fell from 70 to 20 per cent',
    'Quayside Grill',
    'Trained four apprentices to their final certificate',
    'Hotel Miramar',
    'Diploma in Culinary Arts',
    'Valencia School of Hospitality',
    'Menu planning, butchery, bread, fermentation',
    'English, Spanish, Catalan',
  ],
}
