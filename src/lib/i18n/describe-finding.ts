import type { Finding } from '$lib/domain/finding';
import { m } from './paraglide/messages';
import { getLocale } from './paraglide/runtime';
import { findingMessageKey, findingParams, refusalMessageKey } from '$lib/domain/finding-params';

/** A file that was not read: code of the sentence and its parameters. */
interface Refusal {
  code: string;
  file: string;
  params: Record<string, string>;
}

type Sentence = (params: Record<string, string>) => string;
const sentences = new Map<string, Sentence>(Object.entries(m) as [string, Sentence][]);

const say = (key: string, params: Record<string, string>): string => {
  const sentence = sentences.get(key);
  if (!sentence) throw new Error(`no message ${key}`);
  return sentence(params);
};

/** The sentence of a finding in the language of the page. */
export const describeFinding = (finding: Finding): string =>
  say(findingMessageKey(finding), findingParams(finding, getLocale()));

/** The sentence that says why a file was refused. */
export const describeRefusal = (refusal: Refusal): string =>
  say(refusalMessageKey(refusal), { file: refusal.file, ...refusal.params });

export const severityName = (severity: Finding['severity']): string =>
  ({ error: m.severity_error, warning: m.severity_warning, note: m.severity_note })[severity]();
