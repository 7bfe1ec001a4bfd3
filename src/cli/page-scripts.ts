import { createHash } from 'node:crypto';

const scriptTag = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
const policyTag = /[ \t]*<meta\s[^>]*http-equiv=["']?content-security-policy["']?[^>]*>\n?/gi;
/** Blocks of data stand in script tags too, but are never run. */
const dataType = /\btype\s*=\s*["']?(?!module|text\/javascript)[\w+/.-]+/i;

/** The CSP source of every inline script of a page: `sha256-…` of its text. */
export function inlineScriptHashes(html: string): string[] {
  return [...html.matchAll(scriptTag)]
    .filter(([, attributes = '']) => !/\bsrc\s*=/i.test(attributes) && !dataType.test(attributes))
    .map(([, , text = '']) => `sha256-${createHash('sha256').update(text).digest('base64')}`);
}

/** The page without its CSP meta tag: the header rules, and two policies would only cut each other. */
export const withoutPolicyTag = (html: string): string => html.replace(policyTag, '');
