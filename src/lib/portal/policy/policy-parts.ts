/** The four ways to read a guide; the first is the text itself. */
export const policyParts = ['text', 'compare', 'calculate', 'adjust'] as const;
export type PolicyPart = (typeof policyParts)[number];

/** The part that an address names; an unknown one is the text. */
export const readPart = (text: string | null): PolicyPart =>
  policyParts.find((part) => part === text) ?? 'text';

/** How a section is set beside a name: “四（一）” for 四/（一）. */
export const sectionNumber = (section: string): string => section.replace('/', '');

/** A place in an annex is too long to stand before a name in a list. */
export const isAnnex = (section: string): boolean => section.startsWith('附件');
