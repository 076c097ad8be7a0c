/** Units and currencies, those of one line the same: what a number is of. Compared in lower case. */
const KINDS = `km kilometre kilometres kilometer kilometers
m metre metres meter meters
cm centimetre centimetres centimeter centimeters
mm millimetre millimetres millimeter millimeters
mi mile miles
ft foot feet
inch inches
yd yard yards
ha hectare hectares
acre acres
kg kilogram kilograms kilogramme kilogrammes
g gram grams gramme grammes
mg milligram milligrams
t tonne tonnes
ton tons
lb lbs pound pounds £ gbp
oz ounce ounces
l litre litres liter liters
ml millilitre millilitres milliliter milliliters
gal gallon gallons
kmh kph
mph
knot knots kn
c celsius
f fahrenheit
k kelvin
w watt watts
kw kilowatt kilowatts
mw megawatt megawatts
gw gigawatt gigawatts
hp
hz
khz
mhz
ghz
kb
mb
gb
tb
s sec second seconds sekunde sekunden
min minute minutes minuten
h hr hour hours stunde stunden
day days tag tage jour jours
week weeks woche wochen semaine semaines
month months monat monate mois
year years jahr jahre ans année années
decade decades
century centuries
$ dollar dollars usd us$
€ euro euros eur
¥ yen jpy
₹ rupee rupees inr
₽ rouble roubles ruble rubles rub рублей рубля
公里 千米
里
米
元
円
км
м
миль`
const KIND_OF = new Map(KINDS.split('\n').flatMap((line, kind) => line.split(' ').map((unit) => [unit, kind] as const)))

/** What a number among words is of: the unit behind it or the currency before it, by kind; empty where nothing is told. */
export function unitAt(words: readonly string[], at: number): string {
  const [before, next, over] = [
    words[at - 1] ?? '',
    words[at + 1]?.toLowerCase() ?? '',
    words[at + 2]?.toLowerCase() ?? '',
  ]
  const kind = KIND_OF.get(next === '-' || next === '°' ? over : next)
  if (kind !== undefined) return ` ${kind}`
  return /^\p{Sc}$/u.test(before) ? ` ${KIND_OF.get(before) ?? before}` : ''
}
