import {countryCode} from './countries.js'

/** Regions and cities enough to tell where a place's name begins; no gazetteer. */

const US_STATES =
  'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|DC District of Columbia|PR Puerto Rico'
const CA_PROVINCES =
  'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|QC Québec'
const AU_STATES =
  'NSW New South Wales|QLD Queensland|SA South Australia|TAS Tasmania|VIC Victoria|WA Western Australia|ACT Australian Capital Territory'

export interface Region {
  /** As the CV has it. */
  name: string
  /** ISO 3166-1 alpha-2. */
  country: string
}

const regions = new Map<string, string>()
for (const [list, country] of [
  [AU_STATES, 'AU'],
  [CA_PROVINCES, 'CA'],
  [US_STATES, 'US'],
] as const) {
  for (const entry of list.split('|')) {
    const code = entry.slice(0, entry.indexOf(' '))
    regions.set(code, country)
    regions.set(entry.slice(code.length + 1), country)
  }
}

/** A state or province of the United States, Canada or Australia, by code in capitals or by name. */
export function regionOf(name: string): Region | undefined {
  const trimmed = name.trim().replace(/\.$/, '')
  const country = regions.get(trimmed)
  return country ? {name: trimmed, country} : undefined
}

/** The country of what stands last in a place: a country's name or code, or a state. */
export function countryOfPart(part: string): string | undefined {
  const trimmed = part.trim()
  return regionOf(trimmed)?.country ?? countryCode(trimmed)
}

/** Words that a city's name of several words begins with. */
export const CITY_PREFIX = new Set(
  'San Santa Santo São Sao Saint St. St Sankt Sainte Ste New Los Las La Le El Fort Port Mount Mt. Cape Palo Mountain Salt Lake North South East West Upper Lower Great Grand Little Long Baton Cedar Des Redwood Menlo Santa Bad Den Rio Buenos Hong Kuala Tel Abu Ho Chi Ciudad Puerto Villa Aix Frankfurt Rothenburg Nizhny Novi Saint- Colorado College Palm Virginia Oklahoma Kansas Jersey Mexico Panama Quebec Ann San. Coral Boca Costa Newport Huntington Chapel Charlotte'.split(
    ' ',
  ),
)

/** Words that end one: the word before belongs to it. */
export const CITY_SUFFIX = new Set(
  'City Beach Park Springs Valley View Hills Heights Rapids Falls Lake Rouge Alto Grove Creek Bay Harbor Harbour Island Town Arbor Paulo Janeiro Aires Kong Lumpur Aviv Dhabi Moines Raton Angeles Vegas Diego Jose Francisco Orleans York Main Rhein Neckar Spree'.split(
    ' ',
  ),
)

/** Cities that CVs name without region or country, in the spellings that they use. */
const CITIES = new Set(
  `Aarhus|Århus|Odense|Aalborg|Esbjerg|Kolding|Vejle|Roskilde|Malmö|Uppsala|Linköping|Lund|Umeå|Örebro|Västerås|Norrköping|Bergen|Trondheim|Stavanger|Tromsø|Kristiansand|Turku|Tampere|Oulu|Espoo|Vantaa|Jyväskylä|Reykjavík|Reykjavik|Tartu|Kaunas|Łódź|Szczecin|Lublin|Katowice|Gdynia|Bydgoszcz|Białystok|Rzeszów|Ostrava|Plzeň|Olomouc|Bratislava|Košice|Debrecen|Szeged|Cluj-Napoca|Timișoara|Iași|Plovdiv|Varna|Novi Sad|Sarajevo|Skopje|Split|Rijeka|Maribor|Thessaloniki|Patras|Nicosia|Ankara|Antalya|Bursa|Adana|Sheffield|Bath|Brighton|Nottingham|Leicester|Coventry|Southampton|Portsmouth|Plymouth|Exeter|Norwich|Derby|Swansea|Aberdeen|Dundee|Inverness|Sunderland|Wolverhampton|Huddersfield|Wakefield|Bradford|Preston|Galway|Limerick|Waterford|Nancy|Metz|Reims|Rouen|Caen|Le Havre|Brest|Quimper|Angers|Tours|Orléans|Dijon|Besançon|Nîmes|Avignon|Aix-en-Provence|Toulon|Cannes|Perpignan|Pau|Limoges|Clermont-Ferrand|Saint-Étienne|Mulhouse|Annecy|Chambéry|Poitiers|La Rochelle|Liège|Namur|Charleroi|Brugge|Bruges|Leuven|Mechelen|Den Bosch|'s-Hertogenbosch|Tilburg|Breda|Arnhem|Enschede|Haarlem|Almere|Amersfoort|Apeldoorn|Zwolle|Hilversum|Leeuwarden|Delfzijl|Hoorn|Enkhuizen|Alicante|Murcia|Granada|Córdoba|Cádiz|Vigo|A Coruña|Oviedo|Gijón|Santander|Pamplona|San Sebastián|Vitoria|Valladolid|Salamanca|Burgos|León|Tarragona|Girona|Lleida|Palma|Palma de Mallorca|Las Palmas|Huesca|Coimbra|Braga|Aveiro|Faro|Évora|Funchal|Verona|Modena|Parma|Brescia|Bergamo|Bari|Catania|Messina|Pisa|Siena|Perugia|Ancona|Cagliari|Ferrara|Udine|Trento|Bolzano|Rimini|Ravenna|Bozen|Schwerin|Göttingen|Hildesheim|Krefeld|Mönchengladbach|Gelsenkirchen|Oberhausen|Hagen|Hamm|Leverkusen|Solingen|Heilbronn|Pforzheim|Offenbach|Hanau|Gießen|Marburg|Fulda|Bamberg|Bayreuth|Coburg|Schweinfurt|Aschaffenburg|Kempten|Rosenheim|Landshut|Lüneburg|Flensburg|Neumünster|Stralsund|Greifswald|Cottbus|Zwickau|Görlitz|Gera|Weimar|Kaiserslautern|Ludwigshafen|Worms|Klagenfurt|Bregenz|Villach|Wels|St. Pölten|Lugano|Biel|Thun|Chur|Schaffhausen|Fribourg|Neuchâtel|Calgary|Edmonton|Winnipeg|Halifax|Hamilton|Mississauga|Kitchener|Victoria|Saskatoon|Regina|Charlotte|Raleigh|Durham|Nashville|Memphis|Orlando|Tampa|Jacksonville|Baltimore|Cleveland|Columbus|Cincinnati|Indianapolis|Milwaukee|Madison|Kansas City|St. Louis|Omaha|Tulsa|Albuquerque|Tucson|Sacramento|Oakland|Las Vegas|College Station|College Park|Salt Lake City|Boise|Spokane|Tacoma|Anchorage|Honolulu|Buffalo|Rochester|Hartford|Providence|Richmond|Louisville|New Orleans|San Antonio|El Paso|Fort Worth|Monterrey|Puebla|Querétaro|Tijuana|Mérida|Cali|Cartagena|Barranquilla|Quito|Guayaquil|Caracas|La Paz|Asunción|Montevideo|Mendoza|Córdoba|La Plata|Valparaíso|Concepción|Brasília|Belo Horizonte|Salvador|Recife|Fortaleza|Florianópolis|Campinas|Manaus|Goiânia|Johannesburg|Durban|Pretoria|Accra|Kumasi|Abuja|Ibadan|Port Harcourt|Kampala|Addis Ababa|Dar es Salaam|Kigali|Lusaka|Harare|Dakar|Abidjan|Tunis|Algiers|Rabat|Alexandria|Beirut|Amman|Riyadh|Jeddah|Doha|Kuwait City|Muscat|Tehran|Baghdad|Haifa|Karachi|Lahore|Islamabad|Dhaka|Chittagong|Colombo|Kathmandu|Kolkata|Calcutta|Ahmedabad|Jaipur|Surat|Lucknow|Kanpur|Nagpur|Indore|Bhopal|Coimbatore|Kochi|Thiruvananthapuram|Visakhapatnam|Gurgaon|Gurugram|Noida|Chandigarh|Vellore|Mysore|Hanoi|Ho Chi Minh City|Da Nang|Phnom Penh|Yangon|Penang|Cebu|Cebu City|Quezon City|Makati|Davao|Surabaya|Bandung|Yogyakarta|Chengdu|Chongqing|Nanjing|Tianjin|Xi'an|Qingdao|Xiamen|Ningbo|Dalian|Macau|Kaohsiung|Taichung|Hsinchu|Busan|Incheon|Daegu|Daejeon|Fukuoka|Kobe|Sendai|Hiroshima|Kawasaki|Adelaide|Perth|Canberra|Hobart|Darwin|Wellington|Christchurch|Hamilton|Dunedin|Kharkiv|Lviv|Odesa|Odessa|Dnipro|Kazan|Novosibirsk|Yekaterinburg|Tbilisi|Yerevan|Baku|Almaty|Tashkent|Aachen|Amsterdam|Antwerp|Antwerpen|Athens|Athen|Atlanta|Auckland|Augsburg|Austin|Bangalore|Bengaluru|Bangkok|Barcelona|Basel|Beijing|Belfast|Belgrade|Berlin|Bern|Bielefeld|Bilbao|Birmingham|Bochum|Bogotá|Bologna|Bonn|Bordeaux|Boston|Braunschweig|Bremen|Brisbane|Bristol|Brno|Brussels|Bruxelles|Brüssel|Bucharest|București|Budapest|Buenos Aires|Cairo|Cambridge|Cape Town|Cardiff|Casablanca|Chemnitz|Chennai|Chicago|Cologne|Copenhagen|København|Cork|Curitiba|Dallas|Darmstadt|Delft|Delhi|New Delhi|Den Haag|Denver|Detroit|Dortmund|Dresden|Dubai|Dublin|Duisburg|Düsseldorf|Edinburgh|Eindhoven|Erfurt|Erlangen|Essen|Florence|Firenze|Frankfurt|Frankfurt am Main|Frankfurt a.M.|Freiburg|Freiburg im Breisgau|Gdańsk|Geneva|Genève|Genf|Genova|Gent|Ghent|Glasgow|Gothenburg|Göteborg|Göttingen|Graz|Grenoble|Groningen|Guadalajara|Guangzhou|Halle|Hamburg|Hangzhou|Hannover|Hanover|Heidelberg|Helsinki|Hong Kong|Houston|Hyderabad|Ingolstadt|Innsbruck|Istanbul|İstanbul|Izmir|Jakarta|Jena|Jerusalem|Karlsruhe|Kassel|Kiel|Kiev|Kyiv|Koblenz|Köln|Konstanz|Kraków|Krakau|Kuala Lumpur|Kyoto|Lagos|Lausanne|Leeds|Leiden|Leipzig|Leuven|Lille|Lima|Linz|Lisbon|Lisboa|Liverpool|Ljubljana|London|Los Angeles|Lübeck|Lucerne|Luzern|Luxembourg|Luxemburg|Lyon|Maastricht|Madrid|Magdeburg|Mailand|Mainz|Málaga|Manchester|Manila|Mannheim|Marseille|Medellín|Melbourne|Mexico City|Ciudad de México|Miami|Milan|Milano|Minneapolis|Minsk|Montpellier|Montreal|Montréal|Moscow|Moskau|Mumbai|Munich|München|Münster|Nagoya|Nairobi|Nantes|Naples|Napoli|Newcastle|New York|New York City|Nice|Nijmegen|Nürnberg|Nuremberg|Oldenburg|Osaka|Oslo|Osnabrück|Ottawa|Oxford|Paderborn|Padova|Palermo|Palo Alto|Paris|Passau|Philadelphia|Phoenix|Pittsburgh|Porto|Porto Alegre|Portland|Potsdam|Poznań|Prague|Praha|Prag|Pune|Québec|Regensburg|Rennes|Reutlingen|Riga|Rio de Janeiro|Rom|Roma|Rome|Rosario|Rostock|Rotterdam|Saarbrücken|Salzburg|San Diego|San Francisco|San Jose|Santiago|Santiago de Chile|São Paulo|Sao Paulo|Sapporo|Seattle|Seoul|Sevilla|Seville|Shanghai|Shenzhen|Siegen|Singapore|Singapur|Sofia|St. Gallen|St. Petersburg|Stockholm|Strasbourg|Straßburg|Stuttgart|Suzhou|Sydney|Taipei|Tallinn|Tel Aviv|Tokyo|Toronto|Toulouse|Trier|Trieste|Tübingen|Turin|Torino|Ulm|Utrecht|Valencia|Vancouver|Venezia|Venice|Vienna|Wien|Vilnius|Warsaw|Warszawa|Warschau|Washington|Washington, D.C.|Wiesbaden|Winterthur|Wolfsburg|Wrocław|Wuhan|Wuppertal|Würzburg|Yokohama|York|Zagreb|Zaragoza|Zug|Zurich|Zürich`
    .split('|')
    .map((name) => name.toLowerCase()),
)

export function isCity(name: string): boolean {
  return CITIES.has(name.trim().toLowerCase())
}

/** Work from anywhere. */
export const REMOTE =
  /^(?:fully |100 ?% )?(?:remote|hybrid|home ?office|télétravail|remoto|teletrabajo|worldwide|リモート|在宅|远程)(?: work)?$/i

/** `東京都…`, `大阪府…`, `北海道札幌市`, `神奈川県横浜市`, `广东省深圳市`, `北京市`, `서울특별시`. */
export const CJK_PLACE =
  /^(?:〒?\s*\d{3}[-‐−－ー]\d{4}\s*)?(?:東京都|北海道|京都府|大阪府|[\p{Script=Han}]{2,3}県|[\p{Script=Han}]{2,4}省|[\p{Script=Han}]{2,4}自治区|[\p{Script=Han}]{2,3}市(?![场場])|[\p{Script=Hangul}]{2,4}(?:특별시|광역시|도|시))[\p{L}\p{N}\s‐−－ー–-]*$/u
/** Without the mark of a city. */
export const CJK_CITY =
  /^(?:東京|大阪|京都|名古屋|札幌|福岡|横浜|神戸|北京|上海|深圳|广州|廣州|杭州|南京|成都|武汉|西安|苏州|天津|重庆|宁波|厦门|青岛|大连|长沙|郑州|合肥|济南|福州|东莞|无锡|佛山|昆明|哈尔滨|沈阳|香港|台北|新竹|高雄|서울|부산)$/u
