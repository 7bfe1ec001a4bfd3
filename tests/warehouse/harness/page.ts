import { browserEngine, startBrowserEngine } from '$lib/warehouse/duckdb-browser';
import { sha256 } from '$lib/library/sha256';
import { openLibraryStore } from '$lib/warehouse/indexed-db-store';

/** What the tests call inside the page. */
const warehouse = {
  browserEngine,
  startBrowserEngine,
  openLibraryStore: () => openLibraryStore({ sha256 }),
};

declare global {
  interface Window {
    warehouse: typeof warehouse;
  }
}

window.warehouse = warehouse;
