import type { Random } from '../random'

/** A language in which sentences are made from one mould, so that most of them are nearly the same. */
export interface Mould {
  readonly names: readonly string[]
  sentence(random: Random): string
}

const split = (words: string): string[] => words.split('|')
const year = (random: Random): number => 1700 + random.below(320)

function mouldOf(names: string, things: string, write: (name: string, thing: string, random: Random) => string): Mould {
  const [all, kinds] = [split(names), split(things)]
  return { names: all, sentence: (random) => write(random.pick(all), random.pick(kinds), random) }
}

const LATIN = 'Lyon|Nantes|Metz|Nice|Lille|Rennes|Dijon|Tours'

/** English in several shapes, and languages of other scripts: without blanks, from right to left, with pictures among the words. */
export const MOULDS: readonly Mould[] = [
  mouldOf(LATIN, 'bridge|mill|harbour|canal|market|school', (name, thing, random) =>
    random.pick([
      `The ${thing} of ${name} was built in ${year(random)}, and it was ${random.chance(0.3) ? 'not ' : ''}rebuilt[${1 + random.below(40)}]. `,
      `As of ${year(random)}, ${name} had ${1 + random.below(90)},${100 + random.below(899)} people and a ${thing} of ${1 + random.below(90)} km. `,
      `In ${year(random)} the guild of ${name} beat the guild of Brest at the ${thing}, by ${1 + random.below(9)} to ${random.below(5)}. `,
      `“We don't sell the ${thing},” said the mayor of ${name} – and the town’s council agreed. `,
    ]),
  ),
  mouldOf('北京|上海|南京|广州|成都', '桥|学校|车站|图书馆', (name, thing, random) =>
    random.pick([
      `${name}的${thing}建于${year(random)}年，后来没有重建。`,
      `${name}的${thing}建于${year(random)}年，后来重建了[${1 + random.below(30)}]。`,
      `据说${name}的人口有${1 + random.below(90)}万人，其中许多人住在${thing}附近。`,
    ]),
  ),
  mouldOf('東京|京都|大阪|奈良', '駅|橋|寺|学校', (name, thing, random) =>
    random.pick([
      `${name}の${thing}は${year(random)}年に建てられ、その後再建されていない。`,
      `${name}の${thing}は${year(random)}年に建てられました。`,
    ]),
  ),
  mouldOf('القاهرة|دمشق|بغداد|تونس', 'الجسر|السوق|المدرسة', (name, thing, random) =>
    random.pick([
      `بُني ${thing} في ${name} عام ${year(random)} ولم يُهدم بعد ذلك. `,
      `يبلغ عدد سكان ${name} نحو ${1 + random.below(900)} ألف نسمة، وفيها ${thing}. `,
    ]),
  ),
  mouldOf('חיפה|יפו|צפת|עכו', 'הגשר|השוק|הנמל', (name, thing, random) =>
    random.pick([
      `${thing} של ${name} נבנה בשנת ${year(random)} ולא נהרס. `,
      `${thing} של ${name} נבנה בשנת ${year(random)}. `,
    ]),
  ),
  mouldOf('กรุงเทพ|เชียงใหม่|ภูเก็ต', 'สะพาน|ตลาด|โรงเรียน', (name, thing, random) =>
    random.pick([
      `${thing}ใน${name}สร้างขึ้นในปี ${year(random)} และไม่ได้สร้างใหม่ `,
      `${thing}ใน${name}สร้างขึ้นในปี ${year(random)} `,
    ]),
  ),
  mouldOf('Москва|Казань|Тула|Омск', 'мост|рынок|завод', (name, thing, random) =>
    random.pick([
      `В городе ${name} ${thing} был построен в ${year(random)} году и не был перестроен. `,
      `В городе ${name} ${thing} стоит с ${year(random)} года. `,
    ]),
  ),
  mouldOf(
    LATIN,
    '🌉|🏫|👩‍👩‍👧 home|🏰',
    (name, thing, random) =>
      `The ${thing} of ${name} 🇫🇷 got ${1 + random.below(50)} 👍🏽 and ${random.below(9)} ⭐️ in ${year(random)}. `,
  ),
]
