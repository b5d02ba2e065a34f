import type {HeadingWords} from './heading-words.js'

export const dutch: HeadingWords = {
  headings: {
    contact: `contact, contactgegevens, persoonlijke gegevens, personalia, persoonsgegevens, adresgegevens, links,
      persoonlijke informatie, contactinformatie, gegevens`,
    summary: `profiel, samenvatting, over mij, persoonlijk profiel, profielschets, doelstelling, introductie, wie ben ik,
      persoonlijke profielschets, professioneel profiel, loopbaandoel, mijn profiel, even voorstellen`,
    work: `werkervaring, werkervaringen, ervaring, ervaringen, relevante werkervaring, loopbaan, carrière,
      beroepservaring, professionele ervaring, arbeidsverleden, stages, stage, loopbaanoverzicht, arbeidservaring,
      praktijkervaring, bijbanen, werkzaamheden, werk, functies, stage ervaring, carrièreoverzicht`,
    education: `opleiding, opleidingen, onderwijs, studie, studies, educatie, scholing, diploma's, academische opleiding,
      vooropleiding, opleidingsachtergrond, schoolopleiding`,
    skills: `vaardigheden, competenties, kennis, computervaardigheden, it vaardigheden, kernkwaliteiten, kwaliteiten,
      expertise, technische vaardigheden, eigenschappen, computerkennis, kerncompetenties, technologieën, tools,
      deskundigheid, automatiseringskennis, programmeertalen, persoonlijke eigenschappen, sterke punten,
      digitale vaardigheden, kennis en vaardigheden, specialisaties, vakkennis, pc vaardigheden, ict vaardigheden`,
    languages: 'talen, talenkennis, taalvaardigheden, taalvaardigheid, vreemde talen, taalkennis',
    projects: 'projecten, projectervaring, persoonlijke projecten, portfolio, projectoverzicht',
    certificates:
      'certificaten, certificering, certificeringen, certificaat, licenties, diploma en certificaten',
    courses: `cursussen, trainingen, bijscholing, nascholing, workshops, cursus, opleidingen en cursussen, training,
      cursussen en trainingen, aanvullende opleidingen, bij en nascholing, seminars`,
    awards:
      'prijzen, onderscheidingen, prestaties, beurzen, erkenningen, awards, prijzen en onderscheidingen',
    publications: 'publicaties, artikelen, wetenschappelijke publicaties',
    volunteer: `vrijwilligerswerk, nevenactiviteiten, vrijwillige activiteiten, bestuurservaring,
      maatschappelijke activiteiten, extracurriculaire activiteiten, vrijwilligerservaring, nevenfuncties,
      commissiewerk`,
    interests: `interesses, hobby's, hobbies, hobby's en interesses, vrije tijd, vrijetijdsbesteding, interessen,
      persoonlijke interesses, hobby`,
    references: 'referenties, referentie, aanbevelingen',
    other: `overige, overig, overige informatie, aanvullende informatie, rijbewijs, rijbewijzen, lidmaatschappen,
      presentaties, beschikbaarheid, bijlagen, octrooien, diversen`,
  },
  modifiers: `persoonlijke, professionele, relevante, overige, technische, belangrijkste, mijn, aanvullende, gevolgde,
    academische, recente, geselecteerde, en, de, andere, extra, huidige, digitale, sociale, algemene`,
  titles: 'curriculum vitae, cv',
}
