import type { InputTableId } from '$lib/policy/inputs/input-table';
import type { ColumnMatch } from '../recognise/match-headers';

/** The official summary tables have one header; each table beside them has its own. */
export type LayoutKind = 'summary' | InputTableId;

/** Why a sheet's columns are asked for instead of being read. */
export type UnsureReason =
  /** A header only reads like that of a column, or its values do. */
  | 'similar'
  /** Two headers name one column. */
  | 'contested'
  /** A required column is missing while a header is unknown. */
  | 'missing'
  /** Too few headers are known to be sure of the table itself. */
  | 'table';

/** A header of the sheet, with what stands below it. */
export interface UnsureColumn {
  /** The header as it stands in the file. */
  header: string;
  /** A1-style address of the header cell. */
  cell: string;
  /** Some of the values below, as text. */
  samples: string[];
  suggestion: ColumnMatch | null;
  alternatives: ColumnMatch[];
  /** A unit of money that is not read (千元), or null: no column of money can be chosen. */
  foreignUnit: string | null;
}

/** A column that a header can be given to. */
export interface TargetColumn {
  field: string;
  /** As the official table prints it. */
  header: string;
  money: boolean;
  required: boolean;
}

/** A sheet that was not read, because the meaning of its columns is not certain. */
export interface UnsureLayout {
  /** Hash of the kind of table and the normalised headers in their order. */
  key: string;
  file: string;
  sheet: string | null;
  kind: LayoutKind;
  /** Name of the table in Chinese, as printed. */
  tableName: string;
  /** Row number of the header, from 1. */
  headerRow: number;
  /** Rows below the header that hold data. */
  rows: number;
  reasons: UnsureReason[];
  columns: UnsureColumn[];
  targets: TargetColumn[];
  /** The rows name a project: by 项目编号, or by 承担单位 and 项目名称 together. */
  joinsProject: boolean;
}

/** What a user said the columns of a layout are. */
export interface LayoutChoice {
  key: string;
  kind: LayoutKind;
  /** The headers as they stood in the file where the choice was made, from left to right. */
  headers: string[];
  /** The column of each header, or null for one to be left out. */
  fields: (string | null)[];
}

/** A choice that the import may use: made just now, or kept from an earlier import. */
export interface KnownChoice extends LayoutChoice {
  remembered: boolean;
}
