import type { Label } from './label';

/**
 * The library's tables: what a column holds and is called. Arrow schemas, package schemas, form checks and
 * column heads are all made from these definitions.
 */

export type ColumnType = 'text' | 'integer' | 'fen' | 'decimal' | 'date' | 'boolean';

export interface Column {
  type: ColumnType;
  /** False where the value may be missing (null). */
  required: boolean;
  label: Label;
}

const column = <T extends ColumnType, R extends boolean>(type: T, required: R, zh: string, en: string) => ({
  type,
  required,
  label: { zh, en },
});

const origin = {
  source_file_id: column('text', true, '来源文件', 'Source file'),
  source_sheet: column('text', false, '来源工作表', 'Source sheet'),
  source_row: column('integer', false, '来源行', 'Source row'),
};

/** One application, award or project under way: a row of the project library (项目库). */
const project = {
  project_id: column('text', true, '项目编号', 'Project ID'),
  guide_year: column('integer', true, '指南年度', 'Guide year'),
  category_id: column('text', true, '支持项目', 'Support category'),
  variant_id: column('text', false, '类型', 'Type'),
  name: column('text', true, '项目名称', 'Project'),
  recipient_name: column('text', true, '承担单位', 'Recipient'),
  recipient_code: column('text', false, '统一社会信用代码', 'Unified social credit code'),
  address: column('text', false, '主要经营地址', 'Main business address'),
  industry: column('text', false, '所属行业', 'Industry'),
  revenue_fen: column('fen', false, '主营业务收入', 'Main business revenue'),
  tax_paid_fen: column('fen', false, '实缴税金', 'Taxes paid'),
  profit_fen: column('fen', false, '利润总额', 'Total profit'),
  city_adcode: column('text', true, '设区市', 'Prefecture city'),
  county_adcode: column('text', false, '县（市、区）', 'County'),
  reports_directly: column('boolean', true, '省直报县', 'Reports directly'),
  in_cluster: column('boolean', false, '是否集群项目', 'In a cluster'),
  cluster_id: column('text', false, '集群', 'Cluster'),
  total_investment_fen: column('fen', false, '总投资', 'Total investment'),
  fixed_asset_investment_fen: column('fen', false, '其中固定资产投资', 'Of which fixed assets'),
  start_date: column('date', false, '开始时间', 'Start'),
  end_date: column('date', false, '结束时间', 'End'),
  requested_fen: column('fen', false, '申请补助资金', 'Requested'),
  subsidy_base_fen: column('fen', false, '补助基数', 'Subsidy base'),
  ceiling_fen: column('fen', false, '政策上限', 'Policy ceiling'),
  status: column('text', true, '状态', 'Status'),
  submitted_on: column('date', false, '申报日期', 'Submitted'),
  awarded_on: column('date', false, '立项日期', 'Awarded'),
  award_fen: column('fen', false, '补助额', 'Award'),
  accepted_on: column('date', false, '验收日期', 'Accepted'),
  terminated_on: column('date', false, '终止日期', 'Terminated'),
  ...origin,
};

/** Money set aside for a category and guide year, with the period in which it is to be paid. */
const appropriation = {
  guide_year: column('integer', true, '指南年度', 'Guide year'),
  category_id: column('text', true, '支持项目', 'Support category'),
  amount_fen: column('fen', true, '预算', 'Appropriation'),
  period_start: column('date', true, '执行期起', 'Period start'),
  period_end: column('date', true, '执行期止', 'Period end'),
  ...origin,
};

/** A decision to fund a project (立项); the project's own columns are made from the latest one. */
const award = {
  project_id: column('text', true, '项目编号', 'Project ID'),
  award_fen: column('fen', true, '补助额', 'Award'),
  awarded_on: column('date', true, '立项日期', 'Awarded'),
  document: column('text', false, '立项文件', 'Decision'),
  ...origin,
};

/** A planned payment of an award: first tranche (首次拨付) or final tranche (余款). */
const tranche = {
  project_id: column('text', true, '项目编号', 'Project ID'),
  sequence: column('integer', true, '期次', 'No.'),
  kind: column('text', true, '类别', 'Kind'),
  planned_fen: column('fen', true, '计划金额', 'Planned'),
  planned_on: column('date', true, '计划日期', 'Planned on'),
  ...origin,
};

/** A payment made (拨付). */
const disbursement = {
  project_id: column('text', true, '项目编号', 'Project ID'),
  sequence: column('integer', true, '期次', 'No.'),
  paid_fen: column('fen', true, '拨付金额', 'Paid'),
  paid_on: column('date', true, '拨付日期', 'Paid on'),
  ...origin,
};

/** The end of a project before its acceptance: `terminated` (终止) or `withdrawn` (撤销). */
const termination = {
  project_id: column('text', true, '项目编号', 'Project ID'),
  terminated_on: column('date', true, '终止日期', 'Terminated'),
  kind: column('text', true, '类别', 'Kind'),
  reason: column('text', false, '原因', 'Reason'),
  ...origin,
};

/** Money that came back after a termination (追回). */
const recovery = {
  project_id: column('text', true, '项目编号', 'Project ID'),
  recovered_fen: column('fen', true, '追回金额', 'Recovered'),
  recovered_on: column('date', true, '追回日期', 'Recovered on'),
  ...origin,
};

/** A KPI form that was read for a project (绩效目标申报表): its head; the values stand in `target`. */
const target_form = {
  project_id: column('text', true, '项目编号', 'Project ID'),
  guide_year: column('integer', true, '指南年度', 'Guide year'),
  form_id: column('text', true, '绩效表', 'KPI form'),
  /** Ids of the ticked groups, parted by spaces; empty is null. */
  group_ids: column('text', false, '勾选类别', 'Groups ticked'),
  nominator: column('text', false, '推荐单位', 'Nominated by'),
  start_date: column('date', false, '开始时间', 'Start'),
  end_date: column('date', false, '结束时间', 'End'),
  overall_goal: column('text', false, '总体目标', 'Overall goal'),
  annual_goal: column('text', false, '年度目标', 'Goal of the year'),
  ...origin,
};

/**
 * The target of one value cell of a form; keys as `cellsOf` gives them, `own/N` for indicators of the project's own.
 * Numbers are in the printed unit, money in 分; texts are words, or an option's id.
 */
const target = {
  project_id: column('text', true, '项目编号', 'Project ID'),
  guide_year: column('integer', true, '指南年度', 'Guide year'),
  form_id: column('text', true, '绩效表', 'KPI form'),
  indicator_key: column('text', true, '指标', 'Indicator'),
  own_name: column('text', false, '个性指标名称', 'Own indicator'),
  own_unit: column('text', false, '个性指标单位', 'Unit of own indicator'),
  target_number: column('decimal', false, '目标值', 'Target'),
  target_text: column('text', false, '目标（文字）', 'Target in words'),
  annual_number: column('decimal', false, '年度目标值', 'Target of the year'),
  annual_text: column('text', false, '年度目标（文字）', 'Target of the year in words'),
  ...origin,
};

/** What a project reports for an indicator at the end of a period; numbers and texts as in `target`. */
const progress = {
  project_id: column('text', true, '项目编号', 'Project ID'),
  guide_year: column('integer', true, '指南年度', 'Guide year'),
  form_id: column('text', true, '绩效表', 'KPI form'),
  indicator_key: column('text', true, '指标', 'Indicator'),
  period_end: column('date', true, '截止日期', 'Period end'),
  actual_number: column('decimal', false, '实际完成值', 'Actual'),
  actual_text: column('text', false, '实际完成（文字）', 'Actual in words'),
  note: column('text', false, '说明', 'Note'),
  ...origin,
};

/** The result of an acceptance check (验收): passed, failed or deferred. */
const acceptance = {
  project_id: column('text', true, '项目编号', 'Project ID'),
  accepted_on: column('date', true, '验收日期', 'Accepted on'),
  result: column('text', true, '验收结果', 'Result'),
  authority: column('text', false, '验收单位', 'Accepted by'),
  note: column('text', false, '说明', 'Note'),
  ...origin,
};

/** What the check of authenticity (附件4) found for an item: `yes`, `no`, or words of the item that asks for words. */
const checklist = {
  project_id: column('text', true, '项目编号', 'Project ID'),
  item_id: column('text', true, '核查项', 'Item'),
  answer: column('text', false, '核查情况', 'Found'),
  note: column('text', false, '说明', 'Note'),
  checked_on: column('date', false, '核查日期', 'Checked on'),
  ...origin,
};

/** A provincial manufacturing innovation centre (制造业创新中心). */
const centre = {
  centre_id: column('text', true, '中心编号', 'Centre ID'),
  name: column('text', true, '中心名称', 'Centre'),
  host: column('text', false, '承建单位', 'Host'),
  /** Number of the priority field (建设重点领域), as printed. */
  field_number: column('integer', false, '重点领域', 'Field'),
  city_adcode: column('text', false, '设区市', 'Prefecture city'),
  approved_on: column('date', false, '批复日期', 'Approved on'),
  is_national: column('boolean', false, '国家中心', 'National centre'),
  ...origin,
};

/** A fact that a centre reports of itself; numbers in the fact's printed unit, money in 分. */
const centre_fact = {
  centre_id: column('text', true, '中心编号', 'Centre ID'),
  fact_id: column('text', true, '指标', 'Fact'),
  value_number: column('decimal', false, '数值', 'Value'),
  value_text: column('text', false, '文字', 'Words'),
  reported_on: column('date', false, '填报日期', 'Reported on'),
  ...origin,
};

/** The result of a centre's assessment: of one aspect, or as a whole where no aspect is named. */
const centre_assessment = {
  centre_id: column('text', true, '中心编号', 'Centre ID'),
  year: column('integer', true, '考核年度', 'Year'),
  aspect_id: column('text', false, '考核方面', 'Aspect'),
  points: column('decimal', false, '得分', 'Points'),
  grade_id: column('text', false, '等次', 'Grade'),
  note: column('text', false, '说明', 'Note'),
  ...origin,
};

/** A report that a centre handed in: which one, and for which period. */
const centre_report = {
  centre_id: column('text', true, '中心编号', 'Centre ID'),
  report_id: column('text', true, '报告', 'Report'),
  period_end: column('date', true, '截止日期', 'Period end'),
  submitted_on: column('date', false, '报送日期', 'Handed in on'),
  ...origin,
};

/** An industrial internet platform, or a benchmark factory, that applied. */
const platform = {
  platform_id: column('text', true, '编号', 'ID'),
  kind: column('text', true, '类别', 'Kind'),
  name: column('text', true, '名称', 'Name'),
  operator: column('text', true, '申报单位', 'Operator'),
  level_id: column('text', false, '申报类型', 'Level applied for'),
  cluster_id: column('text', false, '集群', 'Cluster'),
  city_adcode: column('text', false, '设区市', 'Prefecture city'),
  reported_on: column('date', false, '填报日期', 'Reported on'),
  ...origin,
};

/** A fact that a platform or factory reports of itself; numbers in the fact's printed unit, money in 分. */
const platform_metric = {
  platform_id: column('text', true, '编号', 'ID'),
  fact_id: column('text', true, '指标', 'Fact'),
  value_number: column('decimal', false, '数值', 'Value'),
  value_text: column('text', false, '文字', 'Words'),
  ...origin,
};

/** Which sub-quota (其中…不超过 / 不少于) a project counts for; `undetermined` where a fact is missing. */
const sub_quota_member = {
  project_id: column('text', true, '项目编号', 'Project ID'),
  sub_quota_id: column('text', true, '分项名额', 'Sub-quota'),
  state: column('text', true, '归属', 'Membership'),
};

/** A file that rows came from. */
const source_file = {
  file_id: column('text', true, '文件编号', 'File ID'),
  name: column('text', true, '文件名', 'File name'),
  sha256: column('text', true, '校验值', 'SHA-256'),
  size_bytes: column('integer', true, '大小', 'Size'),
  kind: column('text', true, '表别', 'Table kind'),
  region_text: column('text', false, '地区', 'Region as printed'),
  compiled_on: column('date', false, '汇总时间', 'Compiled on'),
  rows_read: column('integer', true, '读到行数', 'Rows read'),
  rows_loaded: column('integer', true, '载入行数', 'Rows loaded'),
};

/** Where a column of a file's table stands, so that a value can be traced to its cell. */
const source_column = {
  file_id: column('text', true, '文件编号', 'File ID'),
  sheet: column('text', false, '工作表', 'Sheet'),
  field: column('text', true, '列', 'Column'),
  letter: column('text', true, '列标', 'Letter'),
};

export const libraryTables = {
  project,
  appropriation,
  award,
  tranche,
  disbursement,
  termination,
  recovery,
  target_form,
  target,
  progress,
  acceptance,
  checklist,
  centre,
  centre_fact,
  centre_assessment,
  centre_report,
  platform,
  platform_metric,
  sub_quota_member,
  source_file,
  source_column,
} as const satisfies Record<string, Record<string, Column>>;

export type LibraryTableName = keyof typeof libraryTables;

/** Tables made from `rules/`: the guides as rows to join with. */
export const policyTables = {
  guide: {
    guide_year: column('integer', true, '指南年度', 'Guide year'),
    draft: column('boolean', true, '草案', 'Draft'),
    name_zh: column('text', true, '名称', 'Name'),
    name_en: column('text', true, '英文名', 'Name (English)'),
  },
  area: {
    guide_year: column('integer', true, '指南年度', 'Guide year'),
    area_id: column('text', true, '重点方向', 'Area'),
    sequence: column('integer', true, '顺序', 'Order'),
    name_zh: column('text', true, '名称', 'Name'),
    name_en: column('text', true, '英文名', 'Name (English)'),
  },
  category: {
    guide_year: column('integer', true, '指南年度', 'Guide year'),
    category_id: column('text', true, '支持项目', 'Category'),
    area_id: column('text', true, '重点方向', 'Area'),
    sequence: column('integer', true, '顺序', 'Order'),
    name_zh: column('text', true, '名称', 'Name'),
    name_en: column('text', true, '英文名', 'Name (English)'),
    quota: column('integer', false, '支持数量', 'Quota'),
    award_cap_fen: column('fen', false, '单项上限', 'Cap per project'),
    separate_notice: column('boolean', true, '另行通知', 'Separate notice'),
  },
  sub_quota: {
    guide_year: column('integer', true, '指南年度', 'Guide year'),
    category_id: column('text', true, '支持项目', 'Category'),
    sub_quota_id: column('text', true, '分项名额', 'Sub-quota'),
    name_zh: column('text', true, '名称', 'Name'),
    name_en: column('text', true, '英文名', 'Name (English)'),
    bound: column('text', true, '上下限', 'Bound'),
    amount: column('integer', true, '数量', 'Number'),
  },
  cluster: {
    cluster_id: column('text', true, '集群', 'Cluster'),
    sequence: column('integer', true, '顺序', 'Order'),
    name_zh: column('text', true, '名称', 'Name'),
    name_en: column('text', true, '英文名', 'Name (English)'),
  },
  region: {
    adcode: column('text', true, '区划代码', 'Code'),
    name: column('text', true, '名称', 'Name'),
    short: column('text', true, '简称', 'Short name'),
    level: column('text', true, '级别', 'Level'),
    city_adcode: column('text', false, '设区市', 'City'),
    region_group: column('text', false, '地区', 'Region group'),
    reports_directly: column('boolean', true, '省直报县', 'Reports directly'),
    gdp_fen: column('fen', false, '地区生产总值', 'GDP'),
    population: column('integer', false, '人口', 'Population'),
  },
} as const satisfies Record<string, Record<string, Column>>;

export type PolicyTableName = keyof typeof policyTables;
export const allTables = { ...libraryTables, ...policyTables } as const;
export type TableName = keyof typeof allTables;

interface ValueOf {
  text: string;
  integer: number;
  fen: number;
  decimal: number;
  date: string;
  boolean: boolean;
}

type Cell<C extends Column> = C['required'] extends true ? ValueOf[C['type']] : ValueOf[C['type']] | null;

/** A row of a table: snake_case keys as in SQL; a missing value is null. */
export type Row<T extends TableName> = {
  [K in keyof (typeof allTables)[T]]: (typeof allTables)[T][K] extends Column
    ? Cell<(typeof allTables)[T][K]>
    : never;
};

/** Rows of every library table, in memory: what a reader gives out and an engine takes in. */
export type LibraryRows = { [T in LibraryTableName]: Row<T>[] };
export type PolicyRows = { [T in PolicyTableName]: Row<T>[] };

export const libraryTableNames = Object.keys(libraryTables) as LibraryTableName[];

/** Something for every library table, by its name. */
const forTables = <T>(make: (table: LibraryTableName) => T): Record<LibraryTableName, T> =>
  Object.fromEntries(libraryTableNames.map((table) => [table, make(table)])) as Record<LibraryTableName, T>;

// Rows of a table can only be empty here, so that every table's type holds.
export const emptyLibrary = (): LibraryRows => forTables(() => []) as LibraryRows;

/** How many rows each library table has. */
export const countRows = (rows: LibraryRows): Record<LibraryTableName, number> =>
  forTables((table) => rows[table].length);
