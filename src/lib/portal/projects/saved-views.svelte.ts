import { readViews, viewLimit, viewNameLength, viewQuery, type SavedView } from './saved-view';

const storageKey = 'fundlens-project-views';

/** The reader's own views of the list, kept in this browser. */
export class SavedViews {
  list = $state.raw<SavedView[]>([]);
  /** The browser did not keep them: they last as long as the page. */
  isLost = $state(false);

  /** Reads what was kept; call it in the browser only. */
  wake(): void {
    try {
      this.list = readViews(localStorage.getItem(storageKey));
    } catch {
      this.isLost = true;
    }
  }

  /** Keeps a view; one of the same name is replaced. */
  save(name: string, search: string): void {
    const view = { name: name.trim().slice(0, viewNameLength), query: viewQuery(search) };
    if (view.name === '') return;
    this.#keep([...this.list.filter((other) => other.name !== view.name), view].slice(-viewLimit));
  }

  drop(name: string): void {
    this.#keep(this.list.filter((view) => view.name !== name));
  }

  #keep(list: SavedView[]): void {
    this.list = list;
    try {
      localStorage.setItem(storageKey, JSON.stringify(list));
      this.isLost = false;
    } catch {
      this.isLost = true;
    }
  }
}
