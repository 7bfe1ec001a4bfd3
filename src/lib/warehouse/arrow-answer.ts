import { tableFromIPC, Type, type DataType } from '@uwdata/flechette';
import { AnswerValueError, finiteOrNull, isoDay, isoMoment, safeInteger, unsupported } from './answer-value';
import type { AnswerRow, SqlValue } from './engine';

const dayMs = 86_400_000;

type Convert = (value: unknown) => SqlValue;

const asText: Convert = (value) => String(value);
const asNumber: Convert = (value) => finiteOrNull(Number(value));
const asIsoDay: Convert = (value) => isoDay(Number(value) / dayMs);
const asIsoMoment: Convert = (value) => isoMoment(Number(value));

/** HUGEINT, the type of a sum of BIGINT, comes as a decimal without digits after the point. */
function wholeDecimal(column: string): Convert {
  return (value) => {
    if (Number.isSafeInteger(value)) return Number(value);
    throw new AnswerValueError(column, 'an integer up to 2^53', String(value));
  };
}

function converter(column: string, type: DataType): Convert {
  switch (type.typeId) {
    case Type.Utf8:
    case Type.LargeUtf8:
      return asText;
    case Type.Bool:
      return Boolean;
    case Type.Int:
      return (value) => (typeof value === 'bigint' ? safeInteger(value, column) : Number(value));
    case Type.Float:
      return asNumber;
    case Type.Decimal:
      return type.scale === 0 ? wholeDecimal(column) : asNumber;
    case Type.Date:
      return asIsoDay;
    case Type.Timestamp:
      return asIsoMoment;
    case Type.Null:
      return () => null;
    default:
      throw unsupported(column, `Arrow type ${type.typeId}`);
  }
}

/** Rows of an answer in Arrow IPC (stream or file). Throws AnswerValueError for a value without exact form. */
export function readAnswer(bytes: Uint8Array): AnswerRow[] {
  const table = tableFromIPC(bytes, { useBigInt: true });
  const rows = Array.from({ length: table.numRows }, (): AnswerRow => ({}));
  table.schema.fields.forEach(({ name, type }, at) => {
    const convert = converter(name, type);
    const column = table.getChildAt(at);
    rows.forEach((row, index) => {
      const value: unknown = column.at(index);
      row[name] = value === null || value === undefined ? null : convert(value);
    });
  });
  return rows;
}
