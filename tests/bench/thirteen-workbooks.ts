import writeXlsxFile from 'write-excel-file/node';
import { goodTables } from '../fixtures/good-tables';
import { officialSheet } from '../fixtures/official-layout';

const cities = [
  '南京',
  '无锡',
  '徐州',
  '常州',
  '苏州',
  '南通',
  '连云港',
  '淮安',
  '盐城',
  '扬州',
  '镇江',
  '泰州',
  '宿迁',
];
const rowsEach = 385;

export interface Workbook {
  name: string;
  bytes: Buffer;
}

/** A workbook of each city with about 5,000 projects in all, laid out as the official tables. */
export function thirteenWorkbooks(): Promise<Workbook[]> {
  const tables = goodTables();
  return Promise.all(
    cities.map(async (city, index) => {
      const table = tables[index % tables.length];
      if (!table) throw new Error('there are good tables');
      const lines = Array.from({ length: rowsEach }, (_, position) => {
        const line = table.lines[position % table.lines.length];
        if (!line) throw new Error('a good table has lines');
        const number = `${city}${position + 1}`;
        return {
          ...line,
          sequence: position + 1,
          recipient: `演示企业${number}有限公司`,
          address: `${city}市演示路${position + 1}号`,
          name: `演示项目${number}`,
        };
      });
      const sheet = officialSheet({ ...table, region: `${city}市` }, lines);
      const bytes = await writeXlsxFile([{ sheet: '入库项目汇总表', data: sheet }]).toBuffer();
      return { name: `附件${table.annex}-${city}市.xlsx`, bytes };
    }),
  );
}
