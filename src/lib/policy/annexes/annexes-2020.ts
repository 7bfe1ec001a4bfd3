import type { Label } from '../../domain/label.ts';
import type { SourceRef } from '../rulebook.ts';
import type { Annex, AnnexRow, CategoryWithoutRow, Quantity } from './annex.ts';

/** A field of technical upgrade that the 2020 guide supports (附件1-1). */
export interface SupportField extends AnnexRow {
  id: string;
  categoryId: string;
  topics: Label[];
}

export interface SupportFieldAnnex extends Annex {
  fields: SupportField[];
}

/** One of the tasks of 附件1-2; each goes to one firm. */
export interface CoreTechnologyTask extends AnnexRow {
  number: number;
  /** False where the row prints no number and its place in the order gives it. */
  numberPrinted: boolean;
  /** 应用考核目标 in a few of its words. */
  target: Label;
}

export interface TaskAnnex extends Annex {
  categoryId: string;
  tasks: CoreTechnologyTask[];
  /** Why no task has a group or field. */
  noGroupsReason: Label;
}

/** content: 主要建设内容; goal: 实施目标; standard: 认定标准; work: 实施内容. */
export type TableColumn = 'content' | 'goal' | 'standard' | 'work';

/** A number or a date that a table sets, for reading; eligibility is decided by the item's own conditions. */
export interface TableCondition {
  name: Label;
  column: TableColumn;
  /** The part of the row that it holds for, null for the whole row. */
  group: Label | null;
  test:
    | { kind: 'quantity'; quantity: Quantity }
    /** ISO dates, both included; null for an open end. */
    | { kind: 'dates'; from: string | null; to: string | null; source: SourceRef };
}

export interface TableRow extends AnnexRow {
  number: number;
  id: string;
  /** Items of the guide that the row belongs to. */
  categoryIds: string[];
  content: Label[];
  goals: Label[];
  note: Label | null;
  conditions: TableCondition[];
  ambiguityIds: string[];
}

/** 附件1-3, or one of the two tables of 附件1-4. */
export interface PriorityTable extends Annex {
  id: string;
  title: Label;
  section: string;
  rows: TableRow[];
  withoutRow: CategoryWithoutRow[];
}
