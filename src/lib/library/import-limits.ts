const mebibyte = 1024 * 1024;

/**
 * What a file may ask of the machine before it is refused. Official tables hold some thousand rows and stay
 * far below; the limits keep a broken or hostile file from taking the page's memory.
 */
export interface ImportLimits {
  /** Size of a file as it lies on the disk. */
  mostFileBytes: number;
  /** What all parts of a workbook may hold together when unpacked. */
  mostInflatedBytes: number;
  /** Unpacked size divided by packed size; sheets of real tables reach about 20. */
  mostInflationRatio: number;
  /** Up to this unpacked size the ratio is not looked at, because tiny parts compress extremely well. */
  ratioFreeBytes: number;
  /** Parts in a workbook's archive. */
  mostZipEntries: number;
  /** Files in an archive of many. */
  mostArchiveFiles: number;
  /** Rows of one sheet, empty ones between filled ones included. */
  mostRows: number;
  /** Rows × columns of one sheet: one stray cell far right would make every row that wide. */
  mostGridCells: number;
}

export const importLimits: Readonly<ImportLimits> = {
  mostFileBytes: 64 * mebibyte,
  mostInflatedBytes: 128 * mebibyte,
  mostInflationRatio: 100,
  ratioFreeBytes: 8 * mebibyte,
  mostZipEntries: 5_000,
  mostArchiveFiles: 3_000,
  mostRows: 200_000,
  mostGridCells: 8_000_000,
};
