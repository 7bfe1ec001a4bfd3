import type { PageParameter } from '../address.svelte';

/** How the list was set when the reader left it for a project, so that the way back leads to the same list. */
export type ListSetting = Partial<Record<PageParameter, string | null>>;

let setting: ListSetting = {};

export function rememberList(left: ListSetting): void {
  setting = left;
}

export const listSetting = (): ListSetting => setting;
