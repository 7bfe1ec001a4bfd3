import { strToU8, zipSync, type Zippable } from 'fflate';

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A sheet of a workbook that is written by hand, for what no writer makes. */
export interface TinySheet {
  name: string;
  /** Content of `sheetData`. */
  rows: string;
  hidden?: boolean;
}

export const textCell = (address: string, text: string): string =>
  `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

/** The parts of a workbook, so that tests can damage them before packing. */
export function workbookParts(sheets: readonly TinySheet[]): Record<string, Uint8Array> {
  const list = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const links = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const parts: Record<string, Uint8Array> = {
    'xl/workbook.xml': strToU8(
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`,
    ),
  };
  for (const [index, { rows }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(
      `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    );
  }
  return parts;
}

export const packed = (parts: Zippable): Uint8Array => zipSync(parts, { level: 9 });

export const tinyWorkbook = (sheets: readonly TinySheet[]): Uint8Array => packed(workbookParts(sheets));

/** Overwrites the unpacked sizes that an archive claims, in the directory and in the local headers. */
export function claimingSizes(archive: Uint8Array, claimed: number): Uint8Array {
  const lying = archive.slice();
  const view = new DataView(lying.buffer);
  for (let at = 0; at + 46 < lying.length; at++) {
    const mark = view.getUint32(at, true);
    if (mark === 0x04034b50) view.setUint32(at + 22, claimed, true);
    if (mark === 0x02014b50) view.setUint32(at + 24, claimed, true);
  }
  return lying;
}
