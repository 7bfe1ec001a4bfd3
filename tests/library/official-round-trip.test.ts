import { describe, expect, test } from 'vitest';
import forms from 'virtual:fundlens-forms';
import tables from 'virtual:fundlens-inputs';
import rulebook from 'virtual:fundlens-rules';
import { officialBooks } from '$lib/library/official/official-books';
import { carriedRows } from '$lib/library/official/carried-rows';
import { importFiles } from '$lib/library/import-files';
import { hashRows } from '$lib/library/package/hash-rows';
import { writeTemplate } from '$lib/library/templates/write-template';
import { loadSample } from '../../data/sample/load-sample';

describe('trial', () => {
  test('x', async () => {
    const { rows } = loadSample();
    let t = Date.now();
    const lap = (w: string) => { console.log(w, Date.now() - t); t = Date.now(); };
    const books = officialBooks({ rulebook, forms, tables }, rows);
    lap('books ' + books.length);
    const files = [];
    for (const b of books) files.push({ name: b.name, bytes: await writeTemplate(b.sheets) });
    lap('written ' + files.reduce((s, f) => s + f.bytes.length, 0));
    const got = await importFiles(files, { rulebook, inputs: { tables, forms } });
    lap('read');
    const c: Record<string, number> = {};
    for (const f of got.findings) c[f.code] = (c[f.code] ?? 0) + 1;
    console.log(c, got.refusals, got.quarantine.length, got.layouts.length);
    for (const f of got.findings.filter((f) => f.severity === 'error').slice(0, 8)) console.log(JSON.stringify(f));
    for (const k of Object.keys(rows) as (keyof typeof rows)[]) console.log(k, rows[k].length, carriedRows(rows)[k].length, got.rows[k].length);
    console.log(hashRows(carriedRows(rows)), hashRows(carriedRows(got.rows)));
    expect(1).toBe(1);
  }, 300_000);
});
