/** Times without work, as CVs of several languages call them. */
const LEAVE =
  /^(?:(?:full[- ]time )?(?:parental|maternity|paternity|family|medical|caring) leave|career (?:break|pause)|planned career break|sabbatical|unemployed|job search|looking for work|elternzeit|elternkarenz|karenz|bildungskarenz|mutterschutz|mutterschaftsurlaub|erziehungs(?:zeit|urlaub)|familien(?:zeit|pause|phase)|auszeit|arbeits?(?:los|suchend|suche)|congé (?:parental|maternité|de maternité|sabbatique)|recherche d['’]emploi|sans emploi|baja (?:por )?(?:maternal|paternal|maternidad|paternidad)|excedencia|en búsqueda de empleo|licença[- ](?:maternidade|paternidade)|congedo (?:parentale|di maternità)|maternità|ouderschapsverlof|zwangerschapsverlof|loopbaanonderbreking|föräldraledig(?:het)?|tjänstledig|barselsorlov|forældreorlov|foreldrepermisjon|urlop (?:macierzyński|wychowawczy|rodzicielski)|rodičovská dovolená|mateřská dovolená|декретный отпуск|育児休業|育休|産休|産前産後休業|休職|求職中|離職期間|育儿|产假|待业|육아휴직|출산휴가|휴직)(?!\p{L})/iu
/** `Maternity leave cover` is work. */
const COVER = /(?:cover|replacement|vertretung|remplacement|sostituzione|vervanging|vikariat)/iu

/** Whether what heads an entry says that the person did not work then. */
export function isLeave(title: string): boolean {
  return LEAVE.test(title.trim()) && !COVER.test(title)
}
