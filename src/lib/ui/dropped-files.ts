/** Whether a drag carries files, and not a piece of text or a link of the page itself. */
export const bringsFiles = (types: readonly string[] | undefined): boolean =>
  types?.includes('Files') ?? false;
