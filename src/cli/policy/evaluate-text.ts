import type { Label } from '$lib/domain/label';
import { showMoney, type Fen } from '$lib/domain/money';
import type { Answer } from '$lib/policy/conditions/evaluate';
import type { Evaluation } from './evaluate';

export const answerWords: Record<Answer, string> = {
  met: '符合',
  not_met: '不符合',
  undetermined: '待核实',
  not_applicable: '不适用',
};

const units = { yuan: '元', wanYuan: '万元', yiYuan: '亿元' } as const;

export function moneyWords(fen: Fen): string {
  const { figure, unit } = showMoney(fen);
  return `${figure} ${units[unit]}`;
}

const names = (some: { name: Label }[]) => some.map(({ name }) => name.zh).join('、');

function ceilingLine({ ceiling }: Evaluation): string {
  if (ceiling.fen !== null) return `最高可补：${moneyWords(ceiling.fen)}`;
  const gap = 'gap' in ceiling ? ceiling.gap : null;
  return gap?.kind === 'no_standard'
    ? `最高可补：无法计算（${gap.reason?.zh ?? '没有标准'}）`
    : '最高可补：待核实，补助基数未知';
}

/** The evaluation for a reader at a terminal: the answer first, then clause by clause. */
export function evaluationText(found: Evaluation): string {
  const { eligibility, tranches } = found;
  const clauses = eligibility.conditions.map(
    ({ answer, name, missing, source }) =>
      `  ${answerWords[answer].padEnd(4, '\u3000')}${name.zh}（${source.section}）${missing.length > 0 ? `，缺：${names(missing)}` : ''}`,
  );
  const payments = (tranches ?? []).map(
    ({ sequence, on, plannedFen }) =>
      `  第${sequence}次，${on === 'award' ? '立项后' : '验收后'}：${moneyWords(plannedFen)}`,
  );
  return [
    `${found.guide} 年 ${found.name.zh}：${answerWords[eligibility.answer]}`,
    ...clauses,
    ceilingLine(found),
    ...payments,
    ...(found.missing.length > 0 ? [`还缺：${names(found.missing)}`] : []),
  ].join('\n');
}
