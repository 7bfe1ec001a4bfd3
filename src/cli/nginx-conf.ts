import { cacheRules, safetyHeaders, serverFiles } from './content-security-policy';
import { contentTypes } from './site-file';

const quoted = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/**
 * A file for nginx's `conf.d/` that serves the built folder as `serve.ts` does. All headers stand at the server's
 * level: an `add_header` inside a `location` would silently drop every one above it.
 */
export function nginxConf(policy: string): string {
  const headers = { 'Content-Security-Policy': policy, ...safetyHeaders };
  const headerLines = Object.entries(headers).map(
    ([name, value]) => `    add_header ${name} ${quoted(value)} always;`,
  );
  const hidden = serverFiles.map((name) => name.replaceAll('.', '\\.')).join('|');
  const types = Object.entries(contentTypes).map(([ending, type]) => {
    const [name = type, charset] = type.split('; ');
    return { ending, name, text: charset !== undefined };
  });
  const typeLines = types.map(({ ending, name }) => `        ${name} ${ending};`);
  // nginx adds text/html to this list by itself and warns of a second one.
  const charsetTypes = types.filter(({ text, name }) => text && name !== 'text/html').map(({ name }) => name);
  return `# 专项资金透视 Fundlens：复制到 /etc/nginx/conf.d/fundlens.conf，改 root 和 server_name，然后 nginx -t && nginx -s reload
# Written by the build together with the pages: after each new build copy this file again, since the
# Content-Security-Policy names the inline scripts of exactly these pages.

map $uri $fundlens_cache {
    ~^${cacheRules.immutablePrefix} "${cacheRules.immutable}";
    default "${cacheRules.other}";
}

server {
    listen 80;
    server_name _;
    root /srv/fundlens/build;
    charset utf-8;
    charset_types ${charsetTypes.join(' ')};
    types {
${typeLines.join('\n')}
    }
    default_type application/octet-stream;

    # The build wrote a .gz and a .br beside each file.
    gzip_static on;
    # With the module ngx_brotli (browsers ask for brotli over https only):
    # brotli_static on;

${headerLines.join('\n')}
    add_header Cache-Control $fundlens_cache always;

    location ~ ^/(?:${hidden})$ { return 404; }
    location ~ /\\. { return 404; }
    location ~ ^(/.+)/$ { return 308 $1$is_args$args; }
    # One page answers every project.
    location ~ ^(/en)?/projects/[^/]+$ { try_files $uri $uri.html $1/projects/any.html =404; }
    location / { try_files $uri $uri.html $uri/index.html =404; }
    error_page 404 /404.html;
}
`;
}
