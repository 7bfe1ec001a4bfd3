/** What the browser says of the room that this site may take; null where it says nothing (pages over plain http). */
export interface BrowserRoom {
  usageBytes: number | null;
  quotaBytes: number | null;
  /** The browser promised not to clear it when the disk runs full. */
  isPersisted: boolean;
}

const managerOf = (): StorageManager | null =>
  'storage' in navigator ? ((navigator.storage as StorageManager | undefined) ?? null) : null;

/** The browser's own account, which counts the page's files too. */
export async function readBrowserRoom(): Promise<BrowserRoom | null> {
  const manager = managerOf();
  if (!manager) return null;
  const [{ usage, quota }, isPersisted] = await Promise.all([manager.estimate(), manager.persisted()]);
  return { usageBytes: usage ?? null, quotaBytes: quota ?? null, isPersisted };
}

/** Asks that nothing be cleared unasked; some browsers ask their user. False where refused or not known. */
export const askToPersist = async (): Promise<boolean> => (await managerOf()?.persist()) ?? false;
