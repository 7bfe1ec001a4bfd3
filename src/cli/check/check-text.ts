import { answerWords, moneyWords } from '../policy/evaluate-text';
import type { CheckReport } from './check-files';

const place = (finding: CheckReport['findings'][number]) =>
  [finding.file, finding.sheet, finding.cell].filter((part) => part !== null).join(' ');

function projectLine(project: CheckReport['projects'][number]): string {
  const ceiling =
    project.ceilingFen === null
      ? '最高可补待核实'
      : `最高可补${project.upperEstimate ? '不超过' : ''} ${moneyWords(project.ceilingFen)}`;
  const missed = project.notMet.map(({ name, source }) => `${name.zh}（${source.section}）`).join('；');
  return `  ${answerWords[project.answer]}\u3000${project.recipient}\u3000${project.name}\u3000${ceiling}${missed ? `\u3000不符：${missed}` : ''}`;
}

function quotaLines({
  name,
  quota,
  projects,
  noQuotaReason,
  subQuotas,
}: CheckReport['quota'][number]): string[] {
  if (projects === 0) return [];
  const limit = quota === null ? `无支持数量（${noQuotaReason?.zh ?? '—'}）` : `支持数量 ${quota}`;
  const parts = subQuotas.map(
    (part) =>
      `    其中 ${part.name.zh}：${part.projects}（${part.bound === 'max' ? '不超过' : '不少于'} ${part.amount}${part.undetermined > 0 ? `，另有 ${part.undetermined} 个归属待核实` : ''}）`,
  );
  return [`  ${name.zh}：申报 ${projects}，${limit}`, ...parts];
}

const fileLine = ({ name, kind, rowsRead, rowsLoaded }: CheckReport['files'][number]): string =>
  `  ${name}（${kind}）：读到 ${rowsRead} 行，载入 ${rowsLoaded} 行`;

const section = (title: string, lines: string[]): string[] => (lines.length > 0 ? [title, ...lines] : []);

/** The report for a reader at a terminal. */
export function checkText(report: CheckReport): string {
  const { counts } = report;
  return [
    ...section('文件', report.files.map(fileLine)),
    ...section(
      '数据包（请在页面里打开）',
      report.packages.map((name) => `  ${name}`),
    ),
    ...section(
      '没有读的文件',
      report.refusals.map(({ sentence }) => `  ${sentence}`),
    ),
    ...section(
      '问题',
      report.findings.map((one) => `  [${one.severity}] ${place(one)} ${one.sentence}`),
    ),
    ...section('名额', report.quota.flatMap(quotaLines)),
    ...section('项目', report.projects.map(projectLine)),
    `共 ${counts.projects} 个项目：符合 ${counts.met}，不符合 ${counts.notMet}，待核实 ${counts.undetermined}；` +
      `错误 ${counts.errors}，提醒 ${counts.warnings}，说明 ${counts.notes}，待改行 ${counts.rowsWaiting}`,
  ].join('\n');
}
