/** The one-column text PDF: plain English, standard fonts. */
export const nadiaWhitcombe = {
  name: 'Nadia Whitcombe',
  title: 'Senior Backend Engineer',
  contact: ['Bristol, United Kingdom', '0117 496 0187', 'nadia.whitcombe@example.com', 'example.com/nadia'],
  summary:
    'Backend engineer with eleven years of experience in logistics and payments. I like small services with ' +
    'clear contracts, queues that lose nothing, and on-call rotas that let people sleep. Looking for a team ' +
    'that owns what it builds.',
  work: [
    {
      role: 'Senior Backend Engineer',
      company: 'Harbourline Logistics',
      place: 'Bristol',
      dates: 'March 2020 – present',
      points: [
        'Own the shipment tracking service: 40 million events a day in Go, Kafka and PostgreSQL.',
        'Cut the p99 latency of the tracking API from 900 ms to 120 ms by moving hot reads to a projection.',
        'Introduced contract tests between nine services, and halved failed releases within a year.',
        'Mentor three engineers; run the monthly incident review.',
      ],
    },
    {
      role: 'Backend Engineer',
      company: 'Copperfield Payments',
      place: 'London',
      dates: 'June 2016 – February 2020',
      points: [
        'Built the reconciliation engine that matches two million card transactions a night.',
        'Led the move from a single Django application to four services on Kubernetes.',
        'Wrote the audit trail that carried the company through its first PCI DSS assessment.',
      ],
    },
    {
      role: 'Software Developer',
      company: 'Wexcombe Software',
      place: 'Bath',
      dates: 'September 2013 – May 2016',
      points: [
        'Developed a booking system for independent theatres in Python and MySQL.',
        'Automated deployments with Ansible; releases went from monthly to weekly.',
      ],
    },
  ],
  education: [
    {
      degree: 'MSc Distributed Systems',
      school: 'University of Bristol',
      dates: '2012 – 2013',
      note: 'Distinction. Thesis: Exactly-once effects over at-least-once queues.',
    },
    {
      degree: 'BSc Computer Science',
      school: 'University of Leeds',
      dates: '2009 – 2012',
      note: 'First class.',
    },
  ],
  skills: [
    ['Languages', 'Go, Python, TypeScript, SQL'],
    ['Data', 'PostgreSQL, SQLite, Kafka, Redis'],
    ['Operations', 'Kubernetes, Terraform, Prometheus, Grafana'],
    ['Spoken', 'English (native), French (B2)'],
  ],
  truth: [
    'Nadia Whitcombe',
    'nadia.whitcombe@example.com',
    '0117 496 0187',
    'Harbourline Logistics',
    'March 2020 – present',
    '40 million events a day in Go, Kafka and PostgreSQL',
    'Copperfield Payments',
    'two million card transactions a night',
    'Wexcombe Software',
    'MSc Distributed Systems',
    'University of Leeds',
    'Kubernetes, Terraform, Prometheus, Grafana',
    'French (B2)',
  ],
}
