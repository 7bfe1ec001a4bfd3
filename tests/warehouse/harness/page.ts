import { browserEngine, startBrowserEngine } from '$lib/warehouse/duckdb-browser';
import { digestOf } from '$lib/library/digest';
import { openLibraryStore } from '$lib/warehouse/indexed-db-store';

/** What the tests call inside the page. */
const warehouse = {
  browserEngine,
  startBrowserEngine,
  openLibraryStore: () => openLibraryStore({ sha256: digestOf }),
};

declare global {
  interface Window {
    warehouse: typeof warehouse;
  }
}

window.warehouse = warehouse;
