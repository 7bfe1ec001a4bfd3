import { wakeEngine } from '$lib/warehouse/wake-engine';

// After the first paint, and before the page is made alive, which keeps the main thread busy for most of a second.
requestAnimationFrame(() => setTimeout(wakeEngine));
