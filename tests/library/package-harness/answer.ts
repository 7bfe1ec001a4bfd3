/** What the worker found out, as plain data. */
export interface PackageAnswer {
  format: string;
  /** The library that came back equals the one that went in. */
  isSame: boolean;
  fileName: string;
  /** SHA-256 of the archive before it was sealed. */
  archive: string;
  /** Code of the refusal of the same file under another passphrase. */
  refused: string;
}

declare global {
  interface Window {
    packageHarness: () => Promise<PackageAnswer[]>;
  }
}
