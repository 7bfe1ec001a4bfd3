/** The browser could not turn the picture into pixels. */
export class PictureError extends Error {
  constructor(reason: string, cause?: unknown) {
    super(`no PNG: ${reason}`, { cause });
    this.name = 'PictureError';
  }
}

function loadImage(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = (cause) => reject(new PictureError('the SVG did not load as an image', cause));
    image.src = url;
  });
}

/** An SVG document as PNG, `scale` pixels for each CSS pixel. Browser only. @throws PictureError */
export async function pngOfSvg(svg: string, scale: 2 | 3): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml;charset=utf-8' }));
  try {
    const image = await loadImage(url);
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    const pen = canvas.getContext('2d');
    if (!pen) throw new PictureError('this browser gives no drawing surface');
    pen.scale(scale, scale);
    pen.drawImage(image, 0, 0);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new PictureError(`a surface of ${canvas.width} × ${canvas.height} pixels is too large`);
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
