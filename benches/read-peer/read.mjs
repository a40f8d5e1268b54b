// What the npm libraries read in a statement: amounts by compromise, dates by chrono-node and compromise-dates.
// node read.mjs FILE SECONDS PREDICTIONS: writes one prediction a line, then reads the file over and over for so many
// seconds and prints how many statements a second.
import { readFileSync, writeFileSync } from 'node:fs'
import * as chrono from 'chrono-node'
import nlp from 'compromise'
import dates from 'compromise-dates'

nlp.plugin(dates)
const [file, seconds, out] = process.argv.slice(2)
const statements = readFileSync(file, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line))
// The day on which the statements are taken to be read: dates without a year lie ahead of it.
const today = new Date(2025, 8, 1)

function read(text) {
  const doc = nlp(text)
  doc.dates().json()
  const percents = doc.percentages().json().map(p => p.number?.num ?? p.percentages?.num ?? parseFloat(p.text))
  const targets = percents.map(value => ({ value, max: null, role: 'level', unit: 'percent', group: null, due: null, per: null }))
  // Of "from 28% to 34%" the last is what is to be reached.
  const baseline = /\bfrom\b/i.test(text) && targets.length > 1 ? [{ value: targets.shift().value, group: null }] : []
  const found = chrono.parse(text, today, { forwardDate: true }).filter(d => !d.start.isCertain('hour') && (d.start.isCertain('month') || d.start.isCertain('year')))
  const last = found.at(-1)
  return { targets, baseline, deadline: last ? { date: iso(last.start), precision: 'month', text: last.text } : null }
}

function iso(start) {
  const [year, month] = [start.get('year'), start.get('month')]
  const day = start.isCertain('day') ? start.get('day') : new Date(year, month, 0).getDate()
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

writeFileSync(out, statements.map(s => JSON.stringify({ id: s.id, labels: read(s.text) })).join('\n') + '\n')
let count = 0
const end = performance.now() + 1000 * Number(seconds)
const start = performance.now()
while (performance.now() < end) {
  for (const s of statements) read(s.text)
  count += statements.length
}
console.log((count * 1000 / (performance.now() - start)).toFixed(1))
