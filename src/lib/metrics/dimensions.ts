import type { Label } from '$lib/domain/label';

/** Ways to group or narrow figures. */
export const dimensionIds = [
  'guide',
  'area',
  'category',
  'variant',
  'sub_quota',
  'place',
  'prefecture',
  'county',
  'region_group',
  'cluster',
  'stage',
  'status',
  'award_quarter',
  'project',
] as const;
export type DimensionId = (typeof dimensionIds)[number];

export interface Dimension {
  id: DimensionId;
  label: Label;
  /** One sentence: what a key of this dimension stands for. */
  definition: Label;
  /** Column of the facts, or null where one can only narrow by it, not group. */
  column: string | null;
}

const dimension = (id: DimensionId, column: string | null, label: Label, definition: Label): Dimension => ({
  id,
  column,
  label,
  definition,
});

const list: Dimension[] = [
  dimension(
    'guide',
    'guide_year',
    { zh: '指南年度', en: 'Guide year' },
    { zh: '项目按哪一年的指南申报。', en: 'The guide under which a project applied.' },
  ),
  dimension(
    'area',
    'area_id',
    { zh: '重点方向', en: 'Area' },
    { zh: '指南的重点方向。', en: 'The support area of the guide.' },
  ),
  dimension(
    'category',
    'category_id',
    { zh: '支持项目', en: 'Category' },
    { zh: '指南逐条列出的支持项目。', en: 'The numbered support category of the guide.' },
  ),
  dimension(
    'variant',
    'variant_id',
    { zh: '类型', en: 'Type' },
    { zh: '支持项目之下的类型。', en: 'The type within a support category.' },
  ),
  dimension(
    'sub_quota',
    null,
    { zh: '分项名额', en: 'Sub-quota' },
    { zh: '支持数量中“其中”所列部分。', en: 'A part of the quota with its own bound.' },
  ),
  dimension(
    'place',
    'place_adcode',
    { zh: '设区市与省直报县', en: 'City or direct county' },
    {
      zh: '13 个设区市（不含省直报县）和 3 个省直报县，合计即全省。',
      en: 'The 13 cities without the direct counties, and the 3 direct counties: together the province.',
    },
  ),
  dimension(
    'prefecture',
    'prefecture_adcode',
    { zh: '设区市全域', en: 'Whole prefecture' },
    {
      zh: '设区市全域，省直报县计入所在市；只用于同按全域统计的数（生产总值、人口）相比。',
      en: 'The whole prefecture, direct counties inside; only for ratios to statistics of the whole area.',
    },
  ),
  dimension(
    'county',
    'county_adcode',
    { zh: '县（市、区）', en: 'County' },
    { zh: '项目所在县（市、区）。', en: 'The county in which the project lies.' },
  ),
  dimension(
    'region_group',
    'region_group',
    { zh: '苏南、苏中、苏北', en: 'South, middle, north' },
    {
      zh: '按所在设区市划分，省直报县随所在市。',
      en: 'By prefecture; direct counties go with the city they lie in.',
    },
  ),
  dimension(
    'cluster',
    'cluster_key',
    { zh: '集群', en: 'Cluster' },
    {
      zh: '省先进制造业集群；集群之外和未填的单列。',
      en: 'The advanced manufacturing cluster; none and not stated stand apart.',
    },
  ),
  dimension(
    'stage',
    'stage',
    { zh: '阶段', en: 'Stage' },
    { zh: '截至数据截止日所处的阶段，由各日期推得。', en: 'Where a project stands on the as-of day.' },
  ),
  dimension(
    'status',
    'status',
    { zh: '状态', en: 'Status' },
    { zh: '项目库登记的当前状态，不随数据截止日变化。', en: 'The status on record, whatever the as-of day.' },
  ),
  dimension(
    'award_quarter',
    'award_quarter',
    { zh: '立项季度', en: 'Quarter of award' },
    { zh: '立项日期所在季度。', en: 'The quarter in which the award was made.' },
  ),
  dimension('project', null, { zh: '项目', en: 'Project' }, { zh: '单个项目。', en: 'A single project.' }),
];

const byId = new Map(list.map((entry) => [entry.id, entry]));

/** The definition of a dimension. */
export function dimensionOf(id: DimensionId): Dimension {
  const found = byId.get(id);
  if (!found) throw new Error(`no dimension ${id}; expected one of ${dimensionIds.join(', ')}`);
  return found;
}
