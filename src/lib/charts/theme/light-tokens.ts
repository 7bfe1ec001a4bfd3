/**
 * The light values of the look, for pictures that leave the page: an exported file has no style sheet to
 * refer to. A test holds them equal to src/lib/ui/look/tokens.css.
 */
export const lightTokens = {
  '--paper': '#ffffff',
  '--paper-2': '#f6f4ef',
  '--paper-3': '#ebe8e0',
  '--ink': '#1c1b18',
  '--ink-2': '#54524b',
  '--ink-3': '#6f6c64',
  '--hair': '#dedad1',
  '--hair-2': '#bdb8ac',
  '--rule': '#1c1b18',
  '--bar': '#0f5c73',
  '--bar-2': '#8fb1bc',
  '--bar-track': '#e9e6de',
  '--mark': '#1c1b18',
  '--now': '#b4530f',
  '--lamp-red': '#b42318',
  '--lamp-yellow': '#d29a00',
  '--lamp-green': '#2e7d4f',
  '--lamp-blue': '#2b62b8',
  '--lamp-grey': '#7a7770',
} as const;

export type TokenName = keyof typeof lightTokens;

/** Families of `--font-sans`, in single quotes because they stand inside double-quoted attributes. */
export const lightFontFamily =
  "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Noto Sans SC', 'Hiragino Sans GB', 'WenQuanYi Micro Hei', system-ui, sans-serif";
