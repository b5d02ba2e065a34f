import type {HeadingWords} from './heading-words.js'

export const polish: HeadingWords = {
  headings: {
    contact: `kontakt, dane kontaktowe, dane osobowe, dane personalne, informacje kontaktowe, informacje osobiste,
      dane adresowe`,
    summary: `profil zawodowy, podsumowanie, podsumowanie zawodowe, o mnie, cel zawodowy, profil osobisty, profil,
      krótko o mnie`,
    work: `doświadczenie zawodowe, doświadczenie, przebieg pracy zawodowej, historia zatrudnienia, kariera zawodowa,
      praktyki, staże, staże i praktyki, praktyki zawodowe, przebieg kariery, praca zawodowa, zatrudnienie, praca, praktyki i staże`,
    education: `wykształcenie, edukacja, studia, przebieg edukacji, nauka, wykształcenie i szkolenia`,
    skills: `umiejętności, kompetencje, umiejętności zawodowe, umiejętności techniczne, znajomość programów,
      kwalifikacje, obsługa komputera, umiejętności komputerowe, technologie, mocne strony, umiejętności miękkie,
      narzędzia, dodatkowe umiejętności, znajomość obsługi komputera, kluczowe umiejętności`,
    languages: 'języki, języki obce, znajomość języków, znajomość języków obcych, umiejętności językowe',
    projects: 'projekty, wybrane projekty, projekty własne, portfolio',
    certificates: 'certyfikaty, uprawnienia, certyfikaty i uprawnienia, dyplomy, licencje',
    courses:
      'kursy, szkolenia, kursy i szkolenia, szkolenia i kursy, szkolenia i certyfikaty, kursy i certyfikaty',
    awards: 'nagrody, wyróżnienia, osiągnięcia, nagrody i wyróżnienia, stypendia',
    publications: 'publikacje, wybrane publikacje, artykuły',
    volunteer: 'wolontariat, działalność społeczna, działalność dodatkowa, aktywność społeczna',
    interests: 'zainteresowania, hobby, pasje, hobby i zainteresowania, zainteresowania i hobby',
    references: 'referencje, rekomendacje',
    other: 'dodatkowe informacje, informacje dodatkowe, prawo jazdy, inne, pozostałe, klauzula, członkostwo',
  },
  modifiers: 'moje, zawodowe, dodatkowe, wybrane, osobiste, i, oraz, techniczne, inne, główne, kluczowe',
  titles: 'curriculum vitae, cv, życiorys, życiorys zawodowy',
}
