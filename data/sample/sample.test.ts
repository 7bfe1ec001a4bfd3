import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { shareOfTimeGone } from '$lib/domain/calendar';
import { writePackage } from '$lib/library/package/write-package';
import { readForms } from '$lib/policy/forms/read-forms';
import { readRulebook } from '$lib/policy/read-rules';
import { aboutSample } from './about-sample';
import { buildSample } from './build-sample';
import { readPackageFolder, samplePackageFolder } from './load-sample';
import { sampleProjects, sampleSeed } from './parameters';
import { awarded, meta, paidOf, rows, sum } from './tested-sample';
import { fenOfWan } from './wan';

const rulebook = readRulebook();
const label = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const sourceList = z.array(
  z.strictObject({
    files: z.array(z.string()),
    title: label,
    source: label,
    licence: z.string().min(1),
    date: z.iso.date(),
  }),
);

describe('the files', () => {
  test('generated again with the seed they are the same, byte by byte', { timeout: 60_000 }, () => {
    const again = writePackage(
      buildSample(rulebook, readForms(), { seed: sampleSeed, projects: sampleProjects }),
      aboutSample,
    );
    const committed = readPackageFolder(samplePackageFolder);
    for (const [file, bytes] of Object.entries(again)) {
      expect(Buffer.from(bytes).equals(Buffer.from(committed[file] ?? [])), file).toBe(true);
    }
    expect(Object.keys(again).sort()).toEqual(readdirSync(samplePackageFolder).sort());
  });

  test('they hold less than 6 MB together, and less than 0.9 MB as the server sends them', () => {
    const files = Object.values(readPackageFolder(samplePackageFolder));
    expect(sum(files.map((bytes) => bytes.length))).toBeLessThan(6_000_000);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    expect(sum(files.map((bytes) => brotliCompressSync(bytes, { params }).length))).toBeLessThan(900_000);
  });

  test('every one has source, licence and date in sources.yaml', () => {
    const folder = fileURLToPath(new URL('..', import.meta.url));
    const listed = sourceList
      .parse(parse(readFileSync(path.join(folder, 'sources.yaml'), 'utf8')))
      .flatMap((entry) => entry.files);
    expect(listed.every((file) => existsSync(path.join(folder, file)))).toBe(true);
    const present = readdirSync(samplePackageFolder).map((file) => `sample/package/${file}`);
    expect([...listed].sort()).toEqual(present.sort());
  });
});

describe('what it shows', () => {
  test('about 2,000 projects under three guides, as of 2026-09-30', () => {
    const counts = meta.guideYears.map(
      (year) => rows.project.filter((row) => row.guide_year === year).length,
    );
    expect(meta).toMatchObject({ kind: 'sample', asOf: '2026-09-30', guideYears: [2020, 2023, 2026] });
    expect(counts[0]).toBeGreaterThan(480);
    expect(counts[1]).toBe(900);
    expect(counts[2]).toBeGreaterThan(540);
    expect(Math.abs(sum(counts) - 2000)).toBeLessThanOrEqual(60);
  });

  test('every city, county and cluster of the rules has a project', () => {
    const present = new Set(rows.project.flatMap((row) => [row.city_adcode, row.county_adcode]));
    const regions = rulebook.regions.filter((region) => region.level !== 'province');
    expect(regions.filter((region) => !present.has(region.adcode)).map((region) => region.name)).toEqual([]);
    const clusters = new Set(rows.project.map((row) => row.cluster_id));
    expect(rulebook.clusters.filter((cluster) => !clusters.has(cluster.id))).toEqual([]);
  });

  test('no recipient and no project could be taken for a real one', () => {
    for (const row of rows.project) {
      expect(row.recipient_name).toMatch(/^演示企业\d{4,}（.+）$/);
      expect(row.name).toMatch(/^演示项目·/);
      expect(row.recipient_code).toBeNull();
      expect(row.address).toMatch(/^江苏省.+（演示地址）$/);
    }
  });

  test('exactly one category of 2023 is over its quota, by one, and some are exactly at it', () => {
    const used = rulebook.guides
      .filter((guide) => !guide.draft)
      .flatMap((guide) => guide.categories)
      .flatMap(({ id, quota }) =>
        quota ? [{ id, left: quota.value - awarded.filter((row) => row.category_id === id).length }] : [],
      );
    expect(used.filter(({ left }) => left < 0)).toEqual([
      { id: 'guides/2023/industrial-internet-platform', left: -1 },
    ]);
    expect(used.filter(({ left }) => left === 0)).toHaveLength(3);
  });

  test('appropriations of 2023 are 44.17 亿元 in 25 categories: four red lights and one blue', () => {
    const appropriations = rows.appropriation.filter((row) => row.guide_year === 2023);
    expect(appropriations).toHaveLength(25);
    expect(sum(appropriations.map((row) => row.amount_fen))).toBe(fenOfWan(441_700));
    const lights = appropriations.map((row) => {
      const projects = rows.project.filter((project) => project.category_id === row.category_id);
      const gone = shareOfTimeGone(meta.asOf, row.period_start, row.period_end);
      return sum(projects.map(paidOf)) / row.amount_fen / gone;
    });
    const { redBelow, yellowBelow, blueFrom } = rulebook.lights;
    expect(lights.filter((value) => value < redBelow)).toHaveLength(4);
    expect(lights.filter((value) => value >= redBelow && value < yellowBelow).length).toBeGreaterThanOrEqual(
      4,
    );
    expect(lights.filter((value) => value >= blueFrom)).toHaveLength(1);
  });

  test('two sub-quotas of 2023 miss their minimum, none is over its maximum', () => {
    const ids = new Set(awarded.filter((row) => row.guide_year === 2023).map((row) => row.project_id));
    const used = (subQuotaId: string): number =>
      rows.sub_quota_member.filter((row) => row.sub_quota_id === subQuotaId && ids.has(row.project_id))
        .length;
    const parts = rulebook.guides
      .find((guide) => guide.year === 2023)
      ?.categories.flatMap((one) => one.subQuotas);
    const short = (parts ?? []).filter((part) => part.bound === 'min' && used(part.id) < part.amount);
    expect(short.map((part) => [part.id, used(part.id)])).toEqual([
      ['mergers-acquisitions/biomedicine', 2],
      ['specialised-sme/biomedicine', 12],
    ]);
    expect((parts ?? []).filter((part) => part.bound === 'max' && used(part.id) > part.amount)).toEqual([]);
  });

  test('payments keep to the plan until the end of 2024 and fall behind afterwards', () => {
    const by = (day: string): number => {
      const of2023 = (id: string): boolean => id.startsWith('D2023');
      const planned = rows.tranche.filter((row) => of2023(row.project_id) && row.planned_on <= day);
      const paid = rows.disbursement.filter((row) => of2023(row.project_id) && row.paid_on <= day);
      return sum(paid.map((row) => row.paid_fen)) / sum(planned.map((row) => row.planned_fen));
    };
    expect(by('2024-09-30')).toBeGreaterThan(0.9);
    expect(by(meta.asOf)).toBeLessThan(0.87);
  });

  test('of the 13 cities 淮安 pays slowest and 常州 fastest', () => {
    const shares = rulebook.regions
      .filter((region) => region.level === 'city')
      .map(({ short, adcode }) => {
        const own = awarded.filter((row) => row.guide_year === 2023 && row.city_adcode === adcode);
        return { short, share: sum(own.map(paidOf)) / sum(own.map((row) => row.award_fen ?? 0)) };
      })
      .sort((a, b) => a.share - b.share);
    expect(shares.at(0)?.short).toBe('淮安');
    expect(shares.at(-1)?.short).toBe('常州');
  });
});
