import { labelOf, placeName } from '$lib/briefing/wording';
import { showIn, type Fen } from '$lib/domain/money';
import { m } from '$lib/i18n/paraglide/messages';
import type { ProjectRow } from '$lib/metrics/sql/project-rows';
import type { CsvCell } from '$lib/ui/download';
import { portal } from '../portal.svelte';
import { stageName } from '../project-words';

/** 元 with two decimals as a plain number, so that a spreadsheet can add it up; missing stays empty. */
const inYuan = (amount: Fen | null): CsvCell =>
  amount === null ? null : Number(showIn(amount, 'yuan', 2).replaceAll(',', '').replace('\u2212', '-'));

/**
 * The rows behind a figure as a table for a file: a first line with what they are (and 演示数据 where true), a
 * head, then one line a project with the place it was read from. Money in 元.
 */
export function rowsCsv(rows: readonly ProjectRow[], title: string, isMoney: boolean): CsvCell[][] {
  const places = new Map(portal.rulebook.regions.map((region) => [region.adcode, placeName(region)]));
  const categories = new Map(
    portal.rulebook.guides.flatMap((guide) => guide.categories).map(({ id, name }) => [id, labelOf(name)]),
  );
  const yuan = (label: string) => `${label} (${m.unit_yuan()})`;
  const head = [
    m.word_project_id(),
    m.word_project(),
    m.word_recipient(),
    m.word_category(),
    m.word_place(),
    m.word_stage(),
    ...(isMoney ? [yuan(m.col_contribution())] : []),
    yuan(m.col_requested()),
    yuan(m.col_award_money()),
    yuan(m.col_paid()),
    m.col_file(),
    m.col_sheet(),
    m.col_row(),
  ];
  const lines = rows.map((row): CsvCell[] => [
    row.project_id,
    row.name,
    row.recipient_name,
    categories.get(row.category_id) ?? row.category_id,
    places.get(row.place_adcode) ?? row.place_adcode,
    stageName(row.stage),
    ...(isMoney ? [inYuan(row.contribution)] : []),
    inYuan(row.requested_fen),
    inYuan(row.award_fen),
    inYuan(row.paid_fen),
    row.file_name ?? row.source_file_id,
    row.source_sheet,
    row.source_row,
  ]);
  const mark = portal.meta.kind === 'sample' ? m.frame_sample() : m.frame_own();
  return [[`${mark} · ${title}`], head, ...lines];
}
