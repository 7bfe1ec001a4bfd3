import { importLimits, type ImportLimits } from '../import-limits';

const mebibyte = 1024 * 1024;

/**
 * What a package may ask of the machine. A whole library is larger than one office's workbook: sizes are wider
 * here, while ratio and number of entries stay those of every import.
 */
export const packageLimits: Readonly<ImportLimits> = {
  ...importLimits,
  mostFileBytes: 256 * mebibyte,
  mostInflatedBytes: 512 * mebibyte,
  mostRows: 1_000_000,
  mostGridCells: 40_000_000,
};
