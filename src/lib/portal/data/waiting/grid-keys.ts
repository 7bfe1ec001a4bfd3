import type { WaitingDesk } from './waiting-desk.svelte';
import { moveBy, nextFaulty } from './waiting-groups';

const isTyped = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.length === 1 && !ctrlKey && !metaKey && !altKey;

/** Goes to the next cell with an error; false behind the last one, where Tab leaves the grid. */
function toFault(desk: WaitingDesk, back: boolean): boolean {
  const next = desk.group && nextFaulty(desk.group, desk.active, back ? -1 : 1);
  if (next) desk.active = next;
  return next !== null;
}

function move(desk: WaitingDesk, key: string, ctrl: boolean): boolean {
  const next = desk.group && moveBy(key, ctrl, desk.active, desk.group);
  if (next) desk.active = next;
  return next !== null;
}

/** Keys while a cell is edited; true when the key is done with. */
function editKey(desk: WaitingDesk, { key, shiftKey }: KeyboardEvent, ctrl: boolean): boolean {
  if (key === 'Escape') desk.cancel();
  else if (key === 'Enter') {
    desk.commit();
    if (ctrl) void desk.check();
    else move(desk, shiftKey ? 'ArrowUp' : 'ArrowDown', false);
  } else if (key === 'Tab') {
    desk.commit();
    toFault(desk, shiftKey);
  } else return false;
  return true;
}

function commandKey(desk: WaitingDesk, key: string): boolean {
  if (key.toLowerCase() === 'z') void desk.undo();
  else if (key === 'Enter') void desk.check();
  else return false;
  return true;
}

/** Keys while the reader moves about; true when the key is done with. */
function moveKey(desk: WaitingDesk, event: KeyboardEvent, ctrl: boolean): boolean {
  const { key, shiftKey, altKey } = event;
  if (ctrl && commandKey(desk, key)) return true;
  if (key === 'Tab') return toFault(desk, shiftKey);
  if (altKey && key === 'Enter') {
    const [first] = desk.suggestions;
    if (first) desk.put(first.value);
    return true;
  }
  if (key === 'Enter' || key === 'F2') desk.edit();
  else if (key === 'Delete' || key === 'Backspace') desk.put('');
  else if (isTyped(event)) desk.edit(key);
  else return move(desk, key, ctrl);
  return true;
}

/** What a key does in the grid of waiting rows; true when the browser shall do nothing more with it. */
export function gridKey(desk: WaitingDesk, event: KeyboardEvent): boolean {
  // Enter that chooses a character of an input method ends no edit.
  if (event.isComposing) return false;
  const ctrl = event.ctrlKey || event.metaKey;
  return desk.draft === null ? moveKey(desk, event, ctrl) : editKey(desk, event, ctrl);
}
