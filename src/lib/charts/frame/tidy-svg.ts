/**
 * What ECharts writes, made fit for a page: font settings become attributes (the content policy refuses
 * style attributes and style sheets), numbers lose digits that nobody sees, and the family is left to the page.
 */
export function tidySvg(svg: string): string {
  return svg
    .replace(
      /<text([^>]*?) style="([^"]*)"/g,
      (_, before: string, style: string) => `<text${before}${fontAttributes(style)}`,
    )
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (xml:space="preserve"|pointer-events="visible"|class="[^"]*")/g, '')
    .replace(
      / (d|points|x|y|cx|cy|r)="([^"]+)"/g,
      (_, name: string, value: string) => ` ${name}="${shorten(value, 1)}"`,
    )
    .replace(/ transform="([^"]+)"/g, (_, value: string) => ` transform="${shorten(value, 3)}"`)
    .replace(/<rect[^>]*fill="none"><\/rect>/, '')
    .replace(/><\/(path|rect|circle|polyline|polygon)>/g, '/>')
    .replace(/\n/g, '');
}

const shorten = (value: string, places: number): string =>
  value.replace(/-?\d+\.\d{2,}/g, (number) => String(Number(Number(number).toFixed(places))));

function fontAttributes(style: string): string {
  const size = /font-size:\s*([\d.]+)px/.exec(style)?.[1];
  const weight = /font-weight:\s*(\d+)/.exec(style)?.[1];
  return `${size ? ` font-size="${size}"` : ''}${weight && weight !== '400' ? ` font-weight="${weight}"` : ''}`;
}

/** What stands between the outer tags of an SVG. */
export const innerSvg = (svg: string): string =>
  svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '');
