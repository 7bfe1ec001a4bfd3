import type { BookCell, BookSheet } from './book-sheet';
import type { BookText } from './book-text';
import { safeText } from './safe-text';
import type { SenderFindings } from './sender-findings';

const widths = [6, 8, 30, 16, 10, 56, 20, 20, 16];

const text = (value: string | null, look?: BookCell['look']): BookCell => ({
  value: value === null || value === '' ? null : safeText(value),
  ...(look ? { look } : {}),
});

/** The first sheet: every finding with its number, place and sentence. */
export function listSheet({ sender, findings }: SenderFindings, words: BookText): Omit<BookSheet, 'name'> {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const top = [
    [text(words.title(sender, findings.length, errors), 'title')],
    [text(words.guide, 'quiet')],
    ...(words.sampleMark === null ? [] : [[text(words.sampleMark, 'quiet')]]),
  ];
  const lines = findings.map((finding, index): BookCell[] => {
    const mark = finding.severity === 'note' ? undefined : finding.severity;
    return [
      { value: index + 1 },
      text(words.severity(finding), mark),
      text(finding.file, 'words'),
      text(finding.sheet),
      text(finding.cell),
      text(words.sentence(finding), 'words'),
      text(finding.found, 'words'),
      text(finding.expected, 'words'),
      text(finding.fix, 'words'),
    ];
  });
  const rows = [...top, words.heads.map((head) => text(head, 'head')), ...lines];
  return { widths, frozenRows: top.length + 1, rows };
}
