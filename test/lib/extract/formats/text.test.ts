import {expect} from 'chai'
import iconv from 'iconv-lite'
import {looksLikeText} from '#lib/extract/detect/text-like.js'
import {readAs} from './support/read.ts'

const SAMPLES: Record<string, string> = {
  shift_jis: '履歴書\n氏名：山田花子\n職務経歴：東京の会社でソフトウェア開発\n',
  'euc-jp': '履歴書\n氏名：山田花子\n職務経歴：東京の会社でソフトウェア開発\n',
  gb18030: '简历\n姓名：李小龙\n工作经历：北京大学毕业\n',
  big5: '履歷\n姓名：王小明\n工作經歷：台北\n',
  'euc-kr': '이력서\n이름: 김철수\n경력: 서울 소프트웨어 개발\n',
  'koi8-r': 'Резюме\nИван Петров\nОпыт работы: инженер\n',
  'windows-1250': 'Životopis\nJiří Dvořák, Žďár nad Sázavou, vývojář\nzkušenosti: programátor\n',
  'windows-1251': 'Резюме\nИван Петров\nОпыт работы: инженер\n',
  'windows-1252': 'Résumé\nFrançois Müller, Ingénieur à Genève, 50 €\n',
  'windows-1253': 'Βιογραφικό\nΓιώργος Παπαδόπουλος\n',
  'windows-1254': 'Özgeçmiş\nAyşe Yılmaz, İstanbul Üniversitesi\n',
  'windows-1255': 'קורות חיים\nדוד כהן\n',
  'windows-1256': 'السيرة الذاتية\nمحمد علي\n',
  'windows-1257': 'Gyvenimo aprašymas\nŽydrūnas Kazlauskas, programinės įrangos inžinierius\n',
  'windows-874': 'ประวัติย่อ\nสมชาย ใจดี กรุงเทพมหานคร\n',
  'koi8-u': 'Резюме\nОлена Шевченко, її проєкти, місто Київ, інженерка\n',
  'iso-8859-2': 'Životopis\nTomáš Dvořák, Příkrá, Plzeň, vývojář softwaru\n',
  cp866: 'Резюме\nИван Петров\nОпыт работы: инженер\n',
  cp850: 'Lebenslauf\nJörg Müller, Königstraße, Köln\n',
  macintosh: 'Curriculum vitæ\nHélène Lefèvre, expérience à Genève\n',
}

describe('text', () => {
  for (const [encoding, sample] of Object.entries(SAMPLES)) {
    it(`guesses ${encoding} and says so`, async () => {
      const {text, codes} = await readAs('txt', iconv.encode(sample, encoding))
      expect(text).to.equal(sample)
      expect(codes).to.deep.equal(['ENCODING_GUESSED'])
    })

    it(`reads the sample of ${encoding} in every Unicode form without a guess`, async () => {
      for (const form of ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']) {
        for (const addBOM of [true, false]) {
          const bytes = iconv.encode(sample, form, {addBOM})
          expect(looksLikeText(bytes), `${form} ${addBOM}`).to.equal(true)
          const {text, codes} = await readAs('md', bytes)
          expect(text, `${form} ${addBOM}`).to.equal(sample)
          expect(codes).to.deep.equal([])
        }
      }
    })
  }

  it('reads the seven bits of Japanese mail', async () => {
    const bytes = Buffer.from('\x1b$BMzNr=q\x1b(B: Yamada\n', 'latin1')
    expect(await readAs('txt', bytes)).to.deep.include({text: '履歴書: Yamada\n', codes: []})
  })

  it('makes every line end a newline and changes nothing else', async () => {
    expect((await readAs('txt', 'a\r\nb\rc\n\n\n  d\t')).text).to.equal('a\nb\nc\n\n\n  d\t')
  })
})
