import type {HeadingWords} from './heading-words.js'

export const turkish: HeadingWords = {
  headings: {
    contact: 'iletişim, iletişim bilgileri, kişisel bilgiler, kimlik bilgileri, iletişim bilgilerim',
    summary:
      'özet, hakkımda, profil, kariyer hedefi, ön yazı, kariyer özeti, profesyonel özet, kişisel özet, hedef, kişisel profil',
    work: `iş deneyimi, iş deneyimleri, iş tecrübesi, deneyim, deneyimler, mesleki deneyim, iş geçmişi, stajlar, staj,
      çalışma hayatı, profesyonel deneyim, tecrübe, iş tecrübeleri, staj deneyimi, çalışma deneyimi`,
    education:
      'eğitim, eğitim bilgileri, öğrenim, öğrenim bilgileri, eğitim durumu, eğitim geçmişi, öğrenim durumu',
    skills: `beceriler, yetenekler, yetkinlikler, bilgisayar bilgisi, bilgisayar becerileri, teknik beceriler,
      teknik bilgiler, uzmanlık alanları, nitelikler, bilgisayar bilgileri, yetenek ve beceriler, programlar, teknik yetkinlikler`,
    languages: 'diller, yabancı dil, yabancı diller, dil bilgisi, yabancı dil bilgisi, dil becerileri',
    projects: 'projeler, seçilmiş projeler',
    certificates:
      'sertifikalar, belgeler, sertifika, sertifikalar ve belgeler, lisanslar, sertifika bilgileri',
    courses:
      'kurslar, seminerler, eğitimler, kurs ve sertifikalar, kurslar ve sertifikalar, eğitim ve seminerler, kurs ve seminerler, seminer ve kurslar',
    awards: 'ödüller, başarılar, burslar, ödüller ve başarılar, burs ve ödüller',
    publications: 'yayınlar, makaleler',
    volunteer: 'gönüllü çalışmalar, gönüllülük, sosyal sorumluluk, gönüllü faaliyetler, sosyal faaliyetler',
    interests:
      'ilgi alanları, hobiler, ilgi alanlarım, hobilerim, hobiler ve ilgi alanları, hobi, ilgi alanları ve hobiler',
    references: 'referanslar, referans',
    other: 'diğer, ek bilgiler, diğer bilgiler, ehliyet, üyelikler, askerlik durumu, sürücü belgesi',
  },
  modifiers: 'mesleki, kişisel, diğer, ve, teknik, profesyonel, önceki, seçilmiş',
  titles: 'özgeçmiş, cv, curriculum vitae, özgeçmişim',
}
