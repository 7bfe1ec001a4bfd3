import type { BrowserContext, Page } from 'playwright-core';

// Scripts for the page are text: what tsx makes of a function may call helpers that the page lacks.

/**
 * Offers in the page, in milliseconds since navigation: when something was first painted, when the engine's line
 * went away, and when the next frame was painted.
 */
const clockScript = `window.fundlensClock = {
  until: (holds) => new Promise((done) => {
    if (holds()) return done();
    const watch = new MutationObserver(() => {
      if (!holds()) return;
      watch.disconnect();
      done();
    });
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  }),
  painted: () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0))),
};
fundlensClock.firstPaint = new Promise((done) => {
  const watch = new PerformanceObserver((list) => {
    const [paint] = list.getEntriesByName('first-contentful-paint');
    if (paint) done(paint.startTime);
  });
  watch.observe({ type: 'paint', buffered: true });
});
fundlensClock.engineReady = (async () => {
  const line = () => document.querySelector('.engine-line');
  await fundlensClock.until(() => line() !== null);
  await fundlensClock.until(() => line() === null);
  return performance.now();
})();`;

export async function installClock(context: BrowserContext): Promise<void> {
  await context.addInitScript(clockScript);
}

// Answers come as promises of the page: polling would evaluate text there, which the CSP forbids.

/** Milliseconds from navigation until the engine held the library. */
export const engineReadyMs = async (page: Page): Promise<number> =>
  Number(await page.evaluate('fundlensClock.engineReady'));

/** Milliseconds from navigation until something was painted. */
export const firstPaintMs = async (page: Page): Promise<number> =>
  Number(await page.evaluate('fundlensClock.firstPaint'));
