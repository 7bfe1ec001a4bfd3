import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

export interface OpenPageOptions {
  browser: Browser;
  /** Address of the site without a slash at its end; requests anywhere else are faults. */
  url: string;
  /** Where to go first, `/` by default. */
  path?: string;
  /** Viewport, colour scheme, locale and so on. */
  context?: BrowserContextOptions;
  /** Console errors that a test provokes on purpose. */
  expected?: RegExp[];
}

export interface OpenedPage {
  page: Page;
  context: BrowserContext;
  /** What went wrong so far: foreign requests, breaches of the CSP, console errors, uncaught errors. */
  faults(): string[];
  /** Closes the page; throws when there were faults. */
  close(): Promise<void>;
}

const local = /^(data|blob|about):/;

/**
 * The policy's own report, from every page: Chromium's console line comes too, but not for every directive. The
 * script is text, since what a build tool makes of a function may call helpers that the page lacks.
 */
const reportPolicy = `document.addEventListener('securitypolicyviolation', (event) => {
  console.error('CSP: ' + event.effectiveDirective + ' blocked ' + event.blockedURI);
});`;

function watch(context: BrowserContext, url: string, expected: readonly RegExp[]): string[] {
  const faults: string[] = [];
  const note = (fault: string) => {
    if (!expected.some((pattern) => pattern.test(fault))) faults.push(fault);
  };
  const checkAddress = (address: string, kind: string) => {
    if (!local.test(address) && new URL(address).host !== new URL(url).host) note(`${kind} to ${address}`);
  };
  context.on('request', (request) => checkAddress(request.url(), 'request'));
  context.on('page', (page) => {
    page.on('websocket', (socket) => checkAddress(socket.url(), 'web socket'));
  });
  context.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => note(`uncaught: ${error.error().stack ?? error.error().message}`));
  return faults;
}

/**
 * Opens a page of the site in a fresh browser context. Requests are watched, not intercepted: interception would
 * switch the browser's cache off.
 */
export async function openPage(options: OpenPageOptions): Promise<OpenedPage> {
  const context = await options.browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...options.context,
  });
  await context.addInitScript(reportPolicy);
  const faults = watch(context, options.url, options.expected ?? []);
  const page = await context.newPage();
  await page.goto(options.url + (options.path ?? '/'));
  return {
    page,
    context,
    faults: () => [...faults],
    close: async () => {
      await context.close();
      if (faults.length > 0) throw new Error(`the page had faults:\n${faults.join('\n')}`);
    },
  };
}

/** Opens a page, uses it and closes it; a fault of the page fails the test even when the use went well. */
export async function withPage(
  options: OpenPageOptions,
  use: (opened: OpenedPage) => Promise<void>,
): Promise<void> {
  const opened = await openPage(options);
  try {
    await use(opened);
  } catch (cause) {
    const faults = opened.faults();
    await opened.context.close();
    if (faults.length === 0) throw cause;
    throw new Error(
      `${cause instanceof Error ? cause.message : String(cause)}\nthe page's faults:\n${faults.join('\n')}`,
      {
        cause,
      },
    );
  }
  await opened.close();
}
