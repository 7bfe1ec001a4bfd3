import { DuckDBInstance } from '@duckdb/node-api';
import { benchStatements } from './zz-policy';
const s = benchStatements();
const i = await DuckDBInstance.create(':memory:', { threads: '1' }); const c = await i.connect();
for (const q of s.prepare) await c.run(q);
const totals: number[] = []; let per: number[] = [];
for (let n = 0; n < 4; n++) { per = []; for (const q of s.evaluate) { const t = performance.now(); await c.run(q); per.push(performance.now() - t); } totals.push(per.reduce((a, b) => a + b, 0)); }
console.log(totals.map((x) => x.toFixed(0)).join(' '), 'chars', s.evaluate.reduce((a, q) => a + q.length, 0));
console.log(per.map((x, k) => `${x.toFixed(0)}:${(s.evaluate[k]!.match(/AS answer_/g) ?? []).length}`).join(' '));
