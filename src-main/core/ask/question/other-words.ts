import { stem } from '../../text/stem'

/**
 * Forms of a word that stemming does not bring together, and words that questions and texts use for the same thing, a group a
 * line. Written by hand from grammars' tables of irregular verbs and from what questions are usually asked with; nothing in it is
 * about a subject.
 */
const GROUPS = `
begin began begun start started beginning
become became
bring brought
build built construct constructed construction
buy bought purchase purchased acquire acquired acquisition
catch caught
choose chose chosen select selected choice
come came
cost price
draw drew drawn
drive drove driven
eat ate eaten
fall fell fallen
fight fought
find found discover discovered discovery
fly flew flown flight
forbid forbade forbidden prohibit prohibited ban banned
forget forgot forgotten
freeze froze frozen
get got gotten receive received obtain
give gave given
go went gone
grow grew grown growth
hold held
keep kept
know knew known
lead led leader
leave left
lend lent
lose lost loss
make made
mean meant meaning translate translated
meet met
pay paid
rise rose risen
run ran
say said
see saw seen
sell sold sale
send sent
shoot shot
sing sang sung singer song
sink sank sunk
sit sat
speak spoke spoken speech
spend spent
stand stood
steal stole stolen
strike struck
swim swam swum
take took taken
teach taught teacher
tell told
think thought
throw threw thrown
wear wore worn
win won winner victory
write wrote written writer author
man men
woman women
child children
foot feet
tooth teeth
mouse mice
person people
life lives
leaf leaves
wolf wolves
bear born birth
die died death dead
marry married wife husband spouse marriage
kill killed murder murdered assassinated
invent inventor invention
create created creator
paint painter painting
direct director directed
found founded founder establish established establishment create created creator
end ended finish finished conclude concluded
big large huge
biggest largest
small little
smallest least
old age aged
fast speed
high height tall
long length
deep depth
wide width
strong strength
hot heat
name named call called title
movie film
company corporation firm business
country nation state
city town
war warfare
doctor physician
teacher professor
car automobile
plane aircraft airplane
ship vessel
money financial funds
job work occupation profession
illness disease sickness
area region territory
inhabitants population residents
part portion section division
government administration
belief believe
reason cause because due
help helped aid assist assisted
use used employ utilise utilize
show showed shown
stop stopped cease ceased
near close
kind type sort
location located place
capital seat
money currency
language spoken
tv television
uk britain british
us american
percent percentage
one 1
two 2
three 3
four 4
five 5
six 6
seven 7
eight 8
nine 9
ten 10
eleven 11
twelve 12
first 1st
second 2nd
third 3rd
gehen ging gegangen
finden fand gefunden
geben gab gegeben
kommen kam gekommen
nehmen nahm genommen
sprechen sprach gesprochen
schreiben schrieb geschrieben autor verfasser
sterben starb gestorben tod
gewinnen gewann gewonnen sieg sieger
beginnen begann begonnen anfang
fangen fing gefangen
stehen stand gestanden
ziehen zog gezogen
bestehen bestand bestanden
werfen warf geworfen
tragen trug getragen
bauen gebaut erbaut errichtet
grunden gegrundet grunder grundung
geboren geburt
zwei 2
drei 3
vier 4
funf 5
sechs 6
sieben 7
acht 8
neun 9
zehn 10
`

const groups = new Map<string, string[]>()
for (const line of GROUPS.trim().split('\n')) {
  const stems = [...new Set(line.split(' ').map(stem))]
  for (const one of stems) {
    const others = stems.filter((other) => other !== one)
    groups.set(one, [...new Set([...(groups.get(one) ?? []), ...others])])
  }
}

/** What is written otherwise in Britain and in America: endings of stems. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{2})our$/u, 'or'], [/(?<=[a-z]{2}[bdlmnrtv])or$/u, 'our'],
  [/(?<=[a-z]{3})is$/u, 'iz'], [/(?<=[a-z]{3})iz$/u, 'is'],
  [/(?<=[a-z][bt])r$/u, 'er'], [/(?<=[a-z][bt])er$/u, 'r'],
  [/(?<=[a-z]{2})enc$/u, 'ens'], [/(?<=[a-z]{2})ens$/u, 'enc'],
] // prettier-ignore

/** Stems of other forms of a stem's word, and of other words for the same thing. */
export function otherWords(stemmed: string): readonly string[] {
  const spelled = SPELLINGS.flatMap(([from, to]) => (from.test(stemmed) ? [stemmed.replace(from, to)] : []))
  return [...(groups.get(stemmed) ?? []), ...spelled]
}
