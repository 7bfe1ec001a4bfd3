import { strFromU8, unzipSync } from 'fflate';

/** A part of a written document, as text. */
export function partOf(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name];
  if (!part) throw new Error(`the file has no ${name}`);
  return strFromU8(part);
}

const tag = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/y;

/**
 * The tags of an XML text that are open at its end, after each closing tag met the one that it closes.
 * @throws SyntaxError where the text is not well formed.
 */
export function openTags(xml: string): string[] {
  const open: string[] = [];
  const body = xml.replace(/^<\?xml[^>]*\?>/, '');
  let at = 0;
  while (at < body.length) {
    const next = body.indexOf('<', at);
    const text = body.slice(at, next < 0 ? undefined : next);
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(text))
      throw new SyntaxError(text.slice(0, 80));
    if (next < 0) break;
    tag.lastIndex = next;
    const found = tag.exec(body);
    if (!found) throw new SyntaxError(body.slice(next, next + 80));
    const [whole, closes, name = '', , isEmpty] = found;
    if (closes && open.pop() !== name) throw new SyntaxError(`</${name}>`);
    if (!closes && !isEmpty) open.push(name);
    at = next + whole.length;
  }
  return open;
}

/** The words of a document, paragraph by paragraph. */
export const paragraphsOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
      .map(([, words = '']) => words)
      .join('')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );
