/** Letters and digits that stay as they are: most names of places and items hold nothing else. */
const plain = /^[\u4e00-\u9fffa-z0-9]*$/;

/**
 * Two ways of writing the same words come out equal: full and half width, spaces, quotation marks, brackets,
 * dashes, middle dots and case do not count. 5G+ keeps its plus sign.
 */
export const sameWords = (text: string): string =>
  plain.test(text)
    ? text
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s"'“”‘’「」『』《》〈〉()[\]{}【】,，、。.:：;；·・\-–—_/]/g, '');

const numbering =
  /^\s*(?:[一二三四五六七八九十]{1,2}\/?(?=[(（])|[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．:：]\s*|[①-⑳]\s*)+/;

/** Drops a leading number as lists print it: （一）, 1., 三、, ①, 一（二）1. */
export const withoutNumbering = (text: string): string => text.replace(numbering, '');
