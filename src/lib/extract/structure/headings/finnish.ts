import type {HeadingWords} from './heading-words.js'

export const finnish: HeadingWords = {
  headings: {
    contact: 'yhteystiedot, henkilötiedot, yhteystieto',
    summary:
      'profiili, tiivistelmä, minusta, esittely, tietoa minusta, tavoite, yhteenveto, ammatillinen profiili',
    work: `työkokemus, työhistoria, kokemus, ammatillinen kokemus, työura, harjoittelut, työelämä, työsuhteet`,
    education: 'koulutus, opinnot, koulutukset, koulutustausta, tutkinnot',
    skills: `taidot, osaaminen, it taidot, tietotekniset taidot, atk taidot, erityisosaaminen, ydinosaaminen,
      tekniset taidot, tietotekniikkataidot, vahvuudet`,
    languages: 'kielet, kielitaito, kielitaidot',
    projects: 'projektit, projektikokemus',
    certificates: 'sertifikaatit, todistukset, pätevyydet, kortit, kortit ja pätevyydet',
    courses: 'kurssit, täydennyskoulutus, lisäkoulutus, muu koulutus',
    awards: 'palkinnot, tunnustukset, apurahat, saavutukset',
    publications: 'julkaisut',
    volunteer: 'vapaaehtoistyö, luottamustoimet, luottamustehtävät, järjestötoiminta, yhdistystoiminta',
    interests: 'harrastukset, kiinnostuksen kohteet, vapaa aika, harrastukset ja kiinnostuksen kohteet',
    references: 'suosittelijat, suosittelija, referenssit',
    other: 'muut tiedot, muuta, muut, ajokortti, lisätiedot, jäsenyydet',
  },
  modifiers: 'muu, muut, aiempi, ja, tekniset, ammatillinen, olennainen, keskeinen',
  titles: 'ansioluettelo, curriculum vitae, cv, nimikirjanote',
}
