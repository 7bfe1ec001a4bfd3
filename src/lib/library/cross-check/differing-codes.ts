import { namesWithSeveralCodes } from './applicants';
import type { CrossLog } from './cross-log';
import type { ProjectRecord } from './project-records';

/** One firm's name under two 统一社会信用代码: one of them is most likely mistyped. */
export function nameDifferingCodes(records: readonly ProjectRecord[], log: CrossLog): void {
  for (const [first, ...others] of namesWithSeveralCodes(records)) {
    if (!first) continue;
    const { recipient_code: code } = first.project;
    for (const { project } of others) {
      if (project.recipient_code === code) continue;
      const expected = `${code ?? ''}（${log.words(first.project)}）`;
      log.add('recipient_code_differs', project, 'recipient_code', {
        found: project.recipient_code ?? '',
        expected,
      });
    }
  }
}
