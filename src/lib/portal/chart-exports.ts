import { m } from '$lib/i18n/paraglide/messages';
import { fileName, saveBlob, saveText } from '$lib/ui/download';
import type { Caption } from '$lib/charts/export/frame-svg';
import type { ExportItem } from '$lib/ui/ExportMenu.svelte';
import { portal } from './portal.svelte';
import { scopeWords } from './scope-words';

/** What every chart component offers. */
export interface Picture {
  chartSvg(caption: Caption): Promise<string>;
  chartPng(caption: Caption, scale?: 2 | 3): Promise<Blob>;
}

/** A picture with its title, source, filters, day and, where true, 演示数据: as PNG and SVG files. */
export function chartExports(
  picture: () => Picture | undefined,
  words: () => { title: string; subtitle?: string; source: string },
): ExportItem[] {
  const caption = (): Caption => ({
    ...words(),
    scope: scopeWords(portal.address.filters),
    sampleMark: portal.meta.kind === 'sample' ? m.frame_sample() : null,
  });
  const name = (extension: string) => fileName([m.frame_brand(), words().title], extension);
  const png = async (scale: 2 | 3) => {
    const made = await picture()?.chartPng(caption(), scale);
    if (made) saveBlob(name('png'), made);
  };
  const svg = async () => {
    const made = await picture()?.chartSvg(caption());
    if (made) saveText(name('svg'), made, 'image/svg+xml');
  };
  return [
    { key: 'png2', label: m.export_png(), note: '2×', run: () => void png(2) },
    { key: 'png3', label: m.export_png(), note: '3×', run: () => void png(3) },
    { key: 'svg', label: m.export_svg(), note: 'SVG', run: () => void svg() },
  ];
}
