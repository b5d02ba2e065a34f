import {expect} from 'chai'
import {guessLanguage} from '#lib/extract/ocr/languages/guess-language.js'
import {latinAmong, otherScriptsAmong} from '#lib/extract/ocr/languages/scripts.js'

const AMONG = ['eng', 'deu', 'fra', 'spa', 'por', 'ita', 'nld']

/** As English data reads them: without their accents. */
const TEXTS: Record<string, string> = {
  eng: 'Led a team of nine engineers and planned the grids of four towns. Reduced the time that a fault takes to be found by half, and trained the new colleagues in safety at work. Skills: Python, SQL, project management',
  deu: 'Leitung eines Teams von neun Ingenieuren und Planung der Netze in vier Stadten. Verkurzung der Zeit bis zur Entdeckung von Fehlern um die Halfte und Schulung der neuen Kollegen. Kenntnisse: Python, SQL, Projektmanagement',
  fra: 'Direction d une equipe de neuf ingenieurs et planification des reseaux dans quatre villes. Reduction de moitie du temps de recherche des pannes et formation des nouveaux collegues. Competences: Python, SQL',
  spa: 'Direccion de un equipo de nueve ingenieros y planificacion de las redes en cuatro ciudades. Reduccion a la mitad del tiempo de busqueda de averias y formacion de los nuevos companeros. Conocimientos: Python, SQL',
  por: 'Direcao de uma equipa de nove engenheiros e planeamento das redes em quatro cidades. Reducao para metade do tempo de procura de avarias e formacao dos novos colegas. Competencias: Python, SQL, gestao de projetos',
  ita: 'Direzione di una squadra di nove ingegneri e pianificazione delle reti in quattro citta. Riduzione della meta del tempo di ricerca dei guasti e formazione dei nuovi colleghi. Competenze: Python, SQL, gestione',
  nld: 'Leiding van een team van negen ingenieurs en planning van de netten in vier steden. Halvering van de tijd die nodig is om storingen te vinden en opleiding van de nieuwe collegas. Vaardigheden: Python, SQL',
}

describe('the language of a text', () => {
  for (const [language, text] of Object.entries(TEXTS)) {
    it(`is found to be ${language}, without its accents`, async () => {
      expect(await guessLanguage(text, AMONG)).to.equal(language)
    })
  }

  it('is not guessed from a few words', async () => {
    expect(await guessLanguage('Ada Muster, Bern', AMONG)).to.equal(undefined)
  })

  it('is looked for among those of its script', () => {
    const installed = ['chi_sim', 'deu', 'eng', 'equ', 'jpn', 'rus', 'srp', 'srp_latn', 'ukr']
    expect(latinAmong(installed)).to.deep.equal(['deu', 'eng'])
    expect(otherScriptsAmong(installed)).to.deep.equal([['chi_sim'], ['jpn'], ['rus', 'ukr', 'srp']])
  })
})
