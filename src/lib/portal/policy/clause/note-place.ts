/** Where the note of a clause stands in the window, in pixels. */
export interface NotePlace {
  left: number;
  top: number;
}

interface Box {
  left: number;
  top: number;
  bottom: number;
}
interface Size {
  width: number;
  height: number;
}

const gap = 6;
const margin = 8;

/** Below its value; above where there is no room below; never beyond the edges of the window. */
export function placeNote(anchor: Box, note: Size, window: Size): NotePlace {
  const below = anchor.bottom + gap;
  const above = anchor.top - gap - note.height;
  const fitsBelow = below + note.height + margin <= window.height;
  return {
    left: Math.max(margin, Math.min(anchor.left, window.width - note.width - margin)),
    top: fitsBelow || above < margin ? below : above,
  };
}
