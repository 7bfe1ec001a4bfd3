import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type LaunchOptions } from 'playwright-core';
import { npmChromium } from './npm-chromium';

/** A browser that tests can start. */
export interface BrowserProgram {
  path: string;
  origin: 'environment' | 'machine' | 'npm';
  /** What it needs beside the present environment. */
  environment: Record<string, string>;
}

const programNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installedBrowser(): string | undefined {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(path.delimiter)].filter(Boolean);
  return programNames.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isProgram);
}

/**
 * The browser for tests: `FUNDLENS_BROWSER` (a path, or the word `npm`), an installed Chromium or Chrome, else the
 * one that came from npm.
 */
export async function findBrowser(): Promise<BrowserProgram> {
  const wanted = process.env['FUNDLENS_BROWSER'];
  if (wanted === 'npm') return npmChromium();
  if (wanted) {
    if (!isProgram(wanted)) throw new Error(`FUNDLENS_BROWSER names no program: ${wanted}`);
    return { path: wanted, origin: 'environment', environment: {} };
  }
  const installed = installedBrowser();
  return installed ? { path: installed, origin: 'machine', environment: {} } : npmChromium();
}

/** Nothing but this machine exists: names do not resolve, and no proxy is asked. */
const closedNetwork = ['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1', '--no-proxy-server'];

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Containers often give /dev/shm 64 MB, less than one page with the engine needs.
  '--disable-dev-shm-usage',
];

async function launchOptions(): Promise<LaunchOptions> {
  const { path: executablePath, environment } = await findBrowser();
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    executablePath,
    headless: true,
    args: [...quiet, ...closedNetwork],
    env: { ...Object.fromEntries(inherited), ...environment },
  };
}

/** Starts the browser, cut off from every other machine. */
export const launchBrowser = async (): Promise<Browser> => chromium.launch(await launchOptions());

/** Starts it on a profile folder of its own, for what must outlive the browser: the HTTP cache, stored data. */
export const launchProfile = async (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, await launchOptions());
