import { m } from '$lib/i18n/paraglide/messages';

/** Kinds of fault, by which a long list is narrowed. */
export const findingKinds = [
  'missing',
  'amount',
  'date',
  'category',
  'place',
  'duplicate',
  'reference',
  'target',
  'payment',
  'policy',
  'layout',
  'writing',
  'corrected',
  'other',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** The first pattern that a code fits decides. */
const patterns: readonly [FindingKind, RegExp][] = [
  ['corrected', /^row_(?:corrected|dropped)$/],
  [
    'policy',
    /^(?:condition_not_met|city_limit_exceeded|requested_over_(?:cap|ceiling)|award_over_ceiling|earlier_project_open)$/,
  ],
  [
    'duplicate',
    /^(?:duplicate_|recipient_twice|earlier_row|sequence_taken|form_twice|project_listed|project_in_earlier)/,
  ],
  ['missing', /^(?:name|recipient|category|amount|investment|cell|project_reference|targets)_missing$/],
  [
    'layout',
    /^(?:sheet_|title_|guide_year_|compiled_on_|region_missing|region_unknown|column_|rows_after|layout_|form_unknown|total_mismatch)/,
  ],
  ['payment', /^(?:paid_|accepted_|tranches_|terminated_|recover|award_|payments?_|final_)/],
  [
    'target',
    /^(?:indicator_|unit_differs|percent_small|target_|targets_|group_|rows_too_few|other_group|part_over_whole|form_dates|progress_)/,
  ],
  ['reference', /^(?:project_|centre_|platform_|body_|part_without|fact_|check_|recipient_code)/],
  ['date', /^(?:date_|end_before|period_|report_before)/],
  ['category', /^(?:category_|cluster_|choice_)/],
  ['place', /^(?:region_|address_|place_)/],
  ['writing', /^(?:text_|full_width|sequence_broken|amount_with_unit|amount_rounded)/],
  ['amount', /^(?:amount_|error_cell|number_|requested_|fixed_assets|profit_)/],
];

export const findingKind = (code: string): FindingKind =>
  patterns.find(([, pattern]) => pattern.test(code))?.[0] ?? 'other';

/** The kind in the language of the page. */
export const kindName = (kind: FindingKind): string =>
  ({
    missing: m.corrections_kind_missing,
    amount: m.corrections_kind_amount,
    date: m.corrections_kind_date,
    category: m.corrections_kind_category,
    place: m.corrections_kind_place,
    duplicate: m.corrections_kind_duplicate,
    reference: m.corrections_kind_reference,
    target: m.corrections_kind_target,
    payment: m.corrections_kind_payment,
    policy: m.corrections_kind_policy,
    layout: m.corrections_kind_layout,
    writing: m.corrections_kind_writing,
    corrected: m.corrections_kind_corrected,
    other: m.corrections_kind_other,
  })[kind]();
