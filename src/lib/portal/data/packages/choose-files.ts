/** Lets the user choose files, without a field of its own on the page; nothing happens when they choose none. */
export function chooseFiles(accept: string, onfiles: (files: File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = accept;
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    if (files.length > 0) onfiles(files);
  });
  input.click();
}
