import { describe, expect, test } from 'vitest';
import { text } from '../scene/marks';
import { sceneOption } from '../scene/option';
import { heightAt, type ChartDrawing } from './drawing';
import { drawStill } from './still';

const drawing: ChartDrawing = (theme, { width }) =>
  sceneOption(
    {
      panels: [],
      marks: [text(1, 2, `甲<乙 ${width}`, { fill: theme.colour('--ink'), size: theme.em, bold: true })],
      hits: [{ box: { x: 0, y: 0, width: 9, height: 9 }, tip: { name: '甲', lines: [] }, pick: 'a' }],
    },
    theme,
  );

describe('the picture in the prerendered page', () => {
  const still = drawStill(drawing, 40, 358);

  test('has its height in pixels and fills the width', () => {
    expect(still).toMatch(/^<svg viewBox="0 0 358 40" width="100%" height="40"/);
  });

  test('has no style attribute, style sheet or handler that the content policy would refuse', () => {
    expect(still).not.toMatch(/style|class=|<script|on[a-z]+=/);
  });

  test('refers to the colours of the page, so that a dark page has a dark picture', () => {
    expect(still).toContain('fill="var(--ink)"');
  });

  test('escapes its texts', () => {
    expect(still).toContain('甲&lt;乙 358');
  });

  test('leaves out what only answers to the pointer', () => {
    expect(still).not.toContain('<path');
  });
});

test('heights are whole pixels, given or by width', () => {
  expect(heightAt(120.4, 500, 12.5)).toBe(120);
  expect(heightAt((width, em) => width + em, 500, 12.5)).toBe(513);
});
