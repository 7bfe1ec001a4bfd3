import type { TargetColumn, UnsureLayout } from './layout';

/**
 * Required columns that none of the chosen fields is; for rows that name a project, 项目编号 where neither it nor
 * 承担单位 with 项目名称 is there.
 */
export function lackingColumns(
  { targets, joinsProject }: Pick<UnsureLayout, 'targets' | 'joinsProject'>,
  fields: readonly (string | null)[],
): TargetColumn[] {
  const present = new Set(fields);
  const lacking = targets.filter(({ field, required }) => required && !present.has(field));
  const joined = present.has('project_id') || (present.has('recipient_name') && present.has('name'));
  if (!joinsProject || joined) return lacking;
  return [...targets.filter(({ field }) => field === 'project_id'), ...lacking];
}

/** Fields that are chosen more than once. */
export const repeatedFields = (fields: readonly (string | null)[]): Set<string> =>
  new Set(
    fields.filter((field, position): field is string => field !== null && fields.indexOf(field) !== position),
  );
