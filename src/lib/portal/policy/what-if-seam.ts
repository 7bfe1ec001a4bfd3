import type { Component } from 'svelte';
import type { PolicyData } from './policy-data';

/** What the fourth part gets: the rules that a draft starts from. */
export type WhatIfPanel = Component<{ policy: PolicyData }>;

const panels = import.meta.glob<{ default: WhatIfPanel }>('./what-if/WhatIfPanel.svelte');

/** Loads the part that changes a guide, when a reader goes there; null where it is not built. */
export const loadWhatIf: (() => Promise<{ default: WhatIfPanel }>) | null =
  panels['./what-if/WhatIfPanel.svelte'] ?? null;
