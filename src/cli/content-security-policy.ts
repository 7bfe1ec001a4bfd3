/**
 * The page's Content-Security-Policy, one line. It must come as an HTTP header: a meta tag does not reach the
 * workers, and the engine compiles WebAssembly in one.
 *
 * `scriptHashes` are the inline scripts that the build wrote into the pages, such as `sha256-…`.
 */
export function contentSecurityPolicy(scriptHashes: readonly string[]): string {
  const directives: [name: string, ...sources: string[]][] = [
    ['default-src', "'self'"],
    ['script-src', "'self'", "'wasm-unsafe-eval'", ...scriptHashes.map((hash) => `'${hash}'`)],
    ['worker-src', "'self'"],
    ['connect-src', "'self'"],
    ['style-src', "'self'"],
    // Charts drawn on the server stand in the page as SVG with style attributes. Style sheets stay our own.
    ['style-src-attr', "'unsafe-inline'"],
    ['img-src', "'self'", 'data:', 'blob:'],
    ['object-src', "'none'"],
    ['base-uri', "'self'"],
    ['form-action', "'self'"],
    ['frame-ancestors', "'none'"],
  ];
  return directives.map((directive) => directive.join(' ')).join('; ');
}

/** The other headers of every answer. */
export const safetyHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=(), browsing-topics=()',
};

/** What a browser may keep: files named by their content for ever, everything else only after asking. */
export const cacheRules = {
  immutablePrefix: '/_app/immutable/',
  immutable: 'public, max-age=31536000, immutable',
  other: 'no-cache',
} as const;

/** Files that stand in `build/` for the server, not for readers. */
export const serverFiles: readonly string[] = ['csp.json', 'nginx.conf'];
