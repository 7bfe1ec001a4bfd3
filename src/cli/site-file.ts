import { stat } from 'node:fs/promises';
import path from 'node:path';

/** A file of the site, as it lies on disk. */
export interface SiteFile {
  file: string;
  /** Set when the file on disk is the compressed twin of the one asked for. */
  encoding: 'br' | 'gzip' | null;
  contentType: string;
  sizeBytes: number;
  /** Changes whenever the file does. */
  etag: string;
}

/** By the end of a file's name; what is not here is sent as unknown bytes. */
export const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  ico: 'image/x-icon',
  wasm: 'application/wasm',
  arrow: 'application/vnd.apache.arrow.stream',
  woff2: 'font/woff2',
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const twins = [
  { encoding: 'br', token: 'br', suffix: '.br' },
  { encoding: 'gzip', token: 'gzip', suffix: '.gz' },
] as const;

async function fileAt(file: string): Promise<{ size: number; mtimeMs: number } | null> {
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? found : null;
}

/** True when an Accept-Encoding header takes a coding: named, and not with q=0. */
export function accepts(header: string, token: string): boolean {
  return header.split(',').some((part) => {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    return name === token && !parameters.some((text) => /^q=0(\.0*)?$/.test(text));
  });
}

/**
 * The path on disk that a request's path means, or null where it leaves the folder, is malformed or names a
 * hidden file. Says nothing about whether there is such a file.
 */
export function pathInside(folder: string, requestPath: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(requestPath);
  } catch {
    return null;
  }
  if (!decoded.startsWith('/') || /[\0\\]/.test(decoded)) return null;
  const parts = decoded.split('/').filter((part) => part !== '');
  if (parts.some((part) => part.startsWith('.'))) return null;
  return path.join(folder, ...parts);
}

/**
 * The page that answers an address which has no file of its own, as a path inside the folder; null where none does.
 * One page answers every project: it reads the project's number from the address itself.
 * @param requestPath as it was asked for, so that a slash inside a number is still %2F
 */
export function shellOf(requestPath: string): string | null {
  const project = /^(?:\/(en))?\/projects\/[^/]+$/.exec(requestPath);
  return project && path.join(project[1] ?? '', 'projects', 'any');
}

/** The file for a path on disk: itself, the page of that name (clean addresses), or the folder's index. */
export async function findSiteFile(target: string, acceptEncoding: string): Promise<SiteFile | null> {
  for (const file of [target, `${target}.html`, path.join(target, 'index.html')]) {
    const plain = await fileAt(file);
    if (!plain) continue;
    const described = {
      contentType: contentTypes[path.extname(file).slice(1)] ?? 'application/octet-stream',
    };
    const tag = `${plain.size.toString(36)}-${Math.round(plain.mtimeMs).toString(36)}`;
    for (const { encoding, token, suffix } of twins) {
      if (!accepts(acceptEncoding, token)) continue;
      const twin = await fileAt(file + suffix);
      if (!twin || twin.mtimeMs < plain.mtimeMs) continue;
      return {
        ...described,
        file: file + suffix,
        encoding,
        sizeBytes: twin.size,
        etag: `"${tag}-${encoding}"`,
      };
    }
    return { ...described, file, encoding: null, sizeBytes: plain.size, etag: `"${tag}"` };
  }
  return null;
}
