/** Labels of English Wikipedia's most used infoboxes, as they stand on the page. */
const LABELS = `
Location|Locations|Date|Dates|Time|Timezone|Target|Targets|Attack type|Weapon|Weapons|Deaths|Injured|Victims|Perpetrator
Perpetrators|Perpetrated by|Assailant|Assailants|Assailants involved|No. of participants|Defender|Defenders|Motive|Cause
Organised by|Organizers|Participants|Participant|Outcome|Result|Arrests|Suspects|Accused|Convicted|Verdict|Charges|Inquiries
Inquest|Coroner|Burial|Website|Also known as|Type|Venue|Theme|Budget|Casualties|Missing|Property damage|Damage|Part of
Belligerents|Commanders and leaders|Strength|Units involved|Casualties and losses|Territorial changes|Coordinates|Magnitude
Depth|Epicenter|Areas affected|Max. intensity|Tsunami|Aftershocks|Fatalities|Formed|Dissipated|Highest winds|Lowest pressure
Operator|Registration|Flight origin|Destination|Occupants|Passengers|Crew|Survivors|Aircraft type|Aircraft name|Site|Summary
Born|Died|Birth name|Cause of death|Resting place|Nationality|Citizenship|Education|Alma mater|Occupation|Occupations
Occupation(s)|Years active|Era|Employer|Organisation|Organization|Known for|Notable work|Notable works|Works|Title|Term
Predecessor|Successor|Political party|Movement|Criminal status|Criminal charge|Spouse|Spouses|Spouse(s)|Partner|Partners
Partner(s)|Domestic partner|Children|Parent|Parents|Parent(s)|Mother|Father|Relatives|Family|Awards|Honours|Honors|Signature
Height|Weight|Religion|Denomination|Language|Languages|Residence|Other names|Other name|Pen name|Pseudonym|Nickname|Nicknames
Nickname(s)|Genre|Genres|Subject|Subjects|Literary movement|Notable awards|Instrument|Instruments|Labels|Label|Member of
Members|Past members|Formerly of|Origin|Fields|Field|Institutions|Thesis|Doctoral advisor|Doctoral students|Academic advisors
Notable students|Influences|Influenced|Main interests|Notable ideas|Region|School|Tradition|Allegiance|Branch|Service years
Years of service|Service|Rank|Unit|Commands|Battles/wars|Battles / wars|Conflicts|In office|Preceded by|Succeeded by|President
Vice President|Prime Minister|Monarch|Governor|Deputy|Constituency|Profession|Cabinet|Full name|Date of birth|Place of birth
Position|Position(s)|Current team|Team|Number|Place of death|Country|Countries|Province|State|States|County|District|Districts
Division|Municipality|Department|Prefecture|Canton|Arrondissement|Parish|Borough|Metropolis|Metropolitan area|Settled|Founded
Founded by|Founder|Founders|Founder(s)|Established|Incorporated|Chartered|Named after|Named for|Capital|Largest city|Seat
Administrative seat|Official languages|Official language|Recognised languages|Recognized languages|Ethnic groups|Demonym
Demonyms|Demonym(s)|Government|Mayor|Body|Legislature|Area|Population|Density|Elevation|Highest elevation|Lowest elevation
Time zone|Postal code|Postal codes|Postcode|Postal code(s)|ZIP code|ZIP codes|ZIP Codes|Area code|Area codes|Area code(s)
Calling code|Dialling code|Vehicle registration|License plate|ISO 3166 code|ISO 3166-2|FIPS code|GNIS feature ID|HDI|GDP
GDP (PPP)|GDP (nominal)|Gini|Currency|Climate|Internet TLD|Driving side|Date format|National language|Anthem|Motto|Patron saint
Twin towns|Sister cities|Airport|Airports|International airports|Railway station|Rapid transit|Police|Federal representation
Directed by|Produced by|Written by|Screenplay by|Story by|Based on|Starring|Narrated by|Music by|Cinematography|Edited by
Production company|Production companies|Distributed by|Release date|Release dates|Running time|Box office|Created by|Original
Original language|Original title|Original release|No. of seasons|No. of episodes|Network|Executive producer|Executive producers
Author|Authors|Editor|Editors|Illustrator|Cover artist|Translator|Publisher|Publication date|Published|Publication place
Media type|Pages|ISBN|ISSN|OCLC|LC Class|Dewey Decimal|Series|Followed by|Discipline|Frequency|Format|Released|Recorded
Studio|Length|Producer|Producers|Songwriter|Songwriters|Developer|Developers|Developer(s)|Designer|Designers|Platform
Platforms|Engine|Release|Initial release|Stable release|Preview release|Repository|License|Licence|Operating system
Programming language|Industry|Headquarters|Area served|Key people|Products|Services|Revenue|Operating income|Net income
Total assets|Total equity|Number of employees|Owner|Owners|Parent company|Subsidiaries|Divisions|Fate|Defunct|ISIN|Traded as
Company type|Predecessors|Successors|Purpose|Legal status|Membership|Affiliations|Affiliation|Chairman|Chairperson|Director
Chancellor|Vice-Chancellor|Dean|Students|Undergraduates|Postgraduates|Campus|Colours|Colors|Mascot|Endowment|Academic staff
Architect|Architects|Architectural style|Style|Architecture|Construction started|Completed|Opened|Opening|Closed|Demolished
Cost|Capacity|Floor count|Floor area|Floors|Material|Dimensions|Width|Clearance|Crosses|Carries|Locale|Line|Lines|Platforms
Tracks|Prominence|Isolation|Listing|Range|Parent range|First ascent|Easiest route|Mountain type|Rock type|Last eruption|Source
Mouth|Basin size|Discharge|Tributaries|Left|Right|Surface area|Average depth|Max. depth|Max. length|Max. width|Islands|Kingdom
Phylum|Class|Order|Suborder|Superfamily|Subfamily|Tribe|Genus|Species|Subspecies|Clade|Binomial name|Conservation status
Chemical formula|Molar mass|Appearance|Melting point|Boiling point|Specialty|Symptoms|Complications|Usual onset|Duration
Causes|Risk factors|Diagnostic method|Prevention|Treatment|Medication|Prognosis|Observed by|Significance|Celebrations
Observances|Related to|Course|Place of origin|Main ingredients|Serving temperature|Variations|Ingredients|Inventor|Introduced
`

/** Longest first: `No. of participants` before `No.`, `Weapons` before `Weapon`. */
export const INFOBOX_LABELS: readonly string[] = [
  ...new Set(
    LABELS.split(/[|\n]/u)
      .map((label) => label.trim())
      .filter((label) => label !== ''),
  ),
].sort((one, other) => other.length - one.length || (one < other ? -1 : 1))

/** Rows that head a group of rows with bullets: `Area`, then `• Total3,780 km2`. */
export const GROUP_LABELS: ReadonlySet<string> = new Set(
  'Government|Area|Population|Elevation|Dimensions|Time zone|GDP|GDP (PPP)|GDP (nominal)|Demonym|Discharge|Length|Ethnic groups'.split(
    '|',
  ),
)

/** Labels of rows with bullets. */
export const BULLET_LABELS: readonly string[] =
  `Total|Land|Water|Urban density|Metro density|Urban|Metro|City|Rank|Density|Type|Mayor|Body|Summer (DST)|Rural|Estimate|Per capita
Municipality|Megacity|Council|Governor|Average|Minimum|Maximum|location|coordinates|elevation|Chairman|President|Prime Minister`
    .split(/[|\n]/u)
    .sort((one, other) => other.length - one.length)

/** Rows that only divide an infobox. */
export const SECTION_TITLES: ReadonlySet<string> = new Set(
  `Scientific career|Academic background|Academic work|Personal details|Personal life|Personal information|Military service|Military career
Military service and wars|Political career|Career information|Career history|Club information|Youth career|Senior career|Musical career
Writing career|Additional information|Signature|Scientific classification|Technical details|History|Highest point|Geography`.split(
    /[|\n]/u,
  ),
)

/** Labels whose values often begin with a small letter. */
export const LOWER_CASE_LABELS: ReadonlySet<string> = new Set(
  `Weapon|Weapons|Motive|Cause|Attack type|Target|Targets|Occupation|Occupations|Occupation(s)|Genre|Genres|Type|Material|Outcome|Result
Cause of death|Website|Also known as|Known for|Instrument|Instruments|Charges|Verdict|Purpose|Appearance|Platform|Format|Perpetrators
Perpetrator|Repository`.split(/[|\n]/u),
)
