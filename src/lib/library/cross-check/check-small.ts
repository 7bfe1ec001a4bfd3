import rulebook from 'virtual:fundlens-rules';
import conditions from 'virtual:fundlens-conditions';
import forms from 'virtual:fundlens-forms';
import scoring from 'virtual:fundlens-scoring';
import type { LibraryRows } from '$lib/domain/tables';
import { crossCheck } from './cross-check';
import { libraryOf } from './small-library';

/** Everything that the whole rules find in a small library. */
export const findingsOf = (rows: Partial<LibraryRows>) =>
  crossCheck(libraryOf(rows), { rulebook, conditions, forms, scoring });

/** The findings as `code cell`. */
export const codesOf = (rows: Partial<LibraryRows>): string[] =>
  findingsOf(rows).map(({ code, cell }) => `${code} ${cell ?? ''}`);
