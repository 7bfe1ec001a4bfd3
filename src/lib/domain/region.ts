/** The province's divisions, by their six-digit administrative code. */

export type RegionGroup = 'south' | 'middle' | 'north';

export interface Region {
  adcode: string;
  /** Full name, such as 苏州市 or 昆山市. */
  name: string;
  /** Short name, such as 苏州. */
  short: string;
  /** The romanised name, for English pages; null where none is written. */
  english: string | null;
  level: 'province' | 'city' | 'county';
  /** Code of the prefecture city that a county lies in; a city's own code; null for the province. */
  cityAdcode: string | null;
  group: RegionGroup | null;
  /** 省直报县 (昆山, 泰兴, 沭阳): reports to the province, its own line beside the 13 cities. */
  reportsDirectly: boolean;
}
