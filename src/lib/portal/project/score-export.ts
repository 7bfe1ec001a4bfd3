import { scoreSheet, type ScoreSheetSource } from '$lib/briefing/score-sheet/score-sheet';
import { fileName, saveBlob } from '$lib/ui/download';

export const sheetKinds = ['xlsx', 'docx'] as const;
export type SheetKind = (typeof sheetKinds)[number];

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A score sheet as a file; the writers are heavy and come when one is asked for. */
export async function scoreFile(source: ScoreSheetSource, kind: SheetKind): Promise<Blob> {
  const sheet = scoreSheet(source);
  if (kind === 'docx') {
    const { writeDocx } = await import('$lib/briefing/score-sheet/write-docx');
    return writeDocx([sheet]);
  }
  const { writeWorkbook } = await import('./score-workbook');
  return new Blob([new Uint8Array(await writeWorkbook([sheet]))], { type: workbookType });
}

/** Writes a score sheet and offers it to be saved. */
export async function saveScoreSheet(
  source: ScoreSheetSource,
  kind: SheetKind,
  nameParts: readonly string[],
): Promise<void> {
  saveBlob(fileName(nameParts, kind), await scoreFile(source, kind));
}
