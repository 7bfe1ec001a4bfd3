import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { cacheRules, contentSecurityPolicy, safetyHeaders, serverFiles } from './content-security-policy';
import { findSiteFile, pathInside, shellOf, type SiteFile } from './site-file';

export interface ServeOptions {
  /** The folder that `npm run build` wrote. */
  folder: string;
  /** 0 takes any free port. */
  port: number;
  /** This machine alone by default: for a whole office use a real web server and `build/nginx.conf`. */
  host?: string;
}

export interface SiteServer {
  /** Address without a slash at its end, such as `http://127.0.0.1:4173`. */
  url: string;
  port: number;
  close(): Promise<void>;
}

/** The policy that the build computed from its pages, or the bare one for a folder without pages of ours. */
function policyOf(folder: string): string {
  const file = path.join(folder, 'csp.json');
  if (!existsSync(file)) return contentSecurityPolicy([]);
  const { header } = JSON.parse(readFileSync(file, 'utf8')) as { header: string };
  return header;
}

function send(request: IncomingMessage, response: ServerResponse, status: number, found: SiteFile): void {
  const url = request.url ?? '/';
  const immutable = status === 200 && url.startsWith(cacheRules.immutablePrefix);
  response.setHeader('Cache-Control', immutable ? cacheRules.immutable : cacheRules.other);
  response.setHeader('Vary', 'Accept-Encoding');
  if (status === 200) {
    response.setHeader('ETag', found.etag);
    if (request.headers['if-none-match']?.split(/,\s*/).includes(found.etag)) {
      response.writeHead(304).end();
      return;
    }
  }
  response.setHeader('Content-Type', found.contentType);
  response.setHeader('Content-Length', found.sizeBytes);
  if (found.encoding) response.setHeader('Content-Encoding', found.encoding);
  response.writeHead(status);
  if (request.method === 'HEAD') response.end();
  // A reader who leaves in mid-file is no fault of ours: pipeline closes both ends.
  else pipeline(createReadStream(found.file), response, () => undefined);
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' });
  response.end(`${words}\n`);
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405, '405 只能读取 Method not allowed');
  }
  const [requestPath = '/', query] = (request.url ?? '/').split('?');
  const target = pathInside(folder, requestPath);
  if (target === null) return refuse(response, 400, '400 地址不对 Bad address');
  if (requestPath.length > 1 && requestPath.endsWith('/')) {
    const address = requestPath.replace(/^\/+/, '/').replace(/\/+$/, '') || '/';
    response.setHeader('Location', query === undefined ? address : `${address}?${query}`);
    return refuse(response, 308, '308');
  }
  const encodings = String(request.headers['accept-encoding'] ?? '');
  const hidden = serverFiles.includes(path.relative(folder, target));
  const own = hidden ? null : await findSiteFile(target, encodings);
  const shell = own ? null : shellOf(requestPath);
  const found = own ?? (shell === null ? null : await findSiteFile(path.join(folder, shell), encodings));
  if (found) return send(request, response, 200, found);
  const missing = await findSiteFile(path.join(folder, '404.html'), encodings);
  if (missing) return send(request, response, 404, missing);
  return refuse(response, 404, '404 没有这一页 Not found');
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/**
 * Serves a built site with the headers that it needs: CSP, cache rules, the compressed twins, clean addresses.
 * Rejects with the system's error (`EADDRINUSE`) when the port is taken.
 */
export async function serveFolder({ folder, port, host = '127.0.0.1' }: ServeOptions): Promise<SiteServer> {
  const root = path.resolve(folder);
  const headers = { ...safetyHeaders, 'Content-Security-Policy': policyOf(root) };
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    answer(root, request, response).catch((cause: unknown) => {
      console.error(cause);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, '500');
    });
  });
  const listening = await listen(server, port, host);
  return {
    url: `http://${host}:${listening}`,
    port: listening,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
