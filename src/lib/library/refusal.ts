/** Why a whole file was not read; the sentence for each stands in the messages as `refusal_CODE`. */
export type RefusalCode =
  | 'empty'
  | 'encrypted_or_old'
  | 'not_a_workbook'
  | 'unreadable'
  | 'file_too_large'
  | 'zip_bomb'
  | 'too_many_rows'
  | 'unknown_encoding'
  | 'no_table'
  | 'same_file_twice'
  | 'zip_in_zip'
  | 'too_many_files'
  | 'needs_mapping'
  | 'failed';

export interface Refusal {
  code: RefusalCode;
  /** The file's name, as given. */
  file: string;
  /** Parameters of the sentence: `found` and `limit` where there are such. */
  params: Record<string, string>;
}

/** A file that cannot be read at all. The other files of the same import are not touched by it. */
export class RefusalError extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly params: Record<string, string> = {},
    options?: { cause?: unknown },
  ) {
    super(`file refused: ${code} ${JSON.stringify(params)}`, options);
    this.name = 'RefusalError';
  }

  /** The refusal of the file with this name, as plain data that can leave a worker. */
  of(file: string): Refusal {
    return { code: this.code, file, params: { file, ...this.params } };
  }
}

export const megabytes = (bytes: number): string => `${Math.ceil(bytes / (1024 * 1024))} MB`;

export const fileTooLarge = (found: number, limit: number): RefusalError =>
  new RefusalError('file_too_large', { found: megabytes(found), limit: megabytes(limit) });
