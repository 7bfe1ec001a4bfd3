import type { CentreRules } from '$lib/policy/centres/centres';

/** Bars of a grade's mark, best first: full where it is reached; a fail is a cross. */
export interface GradeShape {
  bars: boolean[];
  isFail: boolean;
}

/** Shape of a grade by its place among those that pass, so that it reads without colour. */
export function gradeShape({ grades }: CentreRules['assessment'], gradeId: string): GradeShape {
  const passing = grades.filter(({ passes }) => passes);
  const place = passing.findIndex(({ id }) => id === gradeId);
  return { bars: passing.map((_, index) => index >= place).reverse(), isFail: place < 0 };
}
