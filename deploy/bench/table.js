// node table.js results.jsonl: the ratios, beside what they aim at. Each figure is the median of its rounds.
const { readFileSync } = require('node:fs')

const aims = { 'login:8': 2, 'sso:8': 4, 'refresh:8': 2, 'cc:8': 2.5, 'userinfo:8': 1.3 }
const rows = readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => JSON.parse(line))
const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)]
const of = (side, scenario, field) =>
  median(rows.filter((row) => row.name.startsWith(side) && `${row.scenario}:${row.conc}` === scenario).map((row) => row[field]))
const line = (...cells) => console.log(`| ${cells.join(' | ')} |`)

line('', 'Hiboo', 'Keycloak', 'ratio', 'aim')
line('---', '---:', '---:', '---:', '---:')
for (const scenario of ['login:1', 'login:8', 'sso:8', 'refresh:8', 'cc:8', 'userinfo:8']) {
  const [ours, theirs] = ['hiboo', 'keycloak'].map((side) => of(side, scenario, 'per_s'))
  line(`${scenario}, a second`, ours, theirs, (ours / theirs).toFixed(2), aims[scenario] ? `≥ ${aims[scenario]}` : '')
}
for (const scenario of ['login:1', 'login:8', 'sso:8']) {
  line(`${scenario}, p50 / p99 ms`, ...['hiboo', 'keycloak'].map((side) => `${of(side, scenario, 'p50_ms')} / ${of(side, scenario, 'p99_ms')}`), '', '')
}
const [ours, theirs] = ['hiboo', 'keycloak'].map((side) => of(side, 'start:1', 'ms'))
line('ready after, ms', ours, theirs, (ours / theirs).toFixed(2), '≤ 0.5')
const [mine, peers] = ['hiboo', 'keycloak'].map((side) => rows.filter((row) => row.name.startsWith(side) && row.server_rss_mb).at(-1).server_rss_mb)
line('resident after the load, MB', mine, peers, (mine / peers).toFixed(2), '≤ 0.5, and < 300')
const failed = rows.filter((row) => row.bad > 0)
console.log(`\n${failed.length === 0 ? 'No request failed.' : 'Failed: ' + failed.map((row) => `${row.name} ${row.scenario}: ${row.bad}`).join(', ')}`)
const noise = Math.max(...rows.filter((row) => row.secs).map((row) => row.other_cpu_s / (row.secs * 2)))
console.log(`Processor time taken by neither driver nor server (the database among it): at most ${Math.round(noise * 100)} %.`)
