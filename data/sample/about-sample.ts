import type { PackageAbout } from '$lib/library/package/describe-package';

/** What the sample package says about itself. */
export const aboutSample: PackageAbout = {
  name: 'fundlens-sample',
  title: { zh: '专项资金透视 演示数据', en: 'Fundlens sample data' },
  description: {
    zh: '由生成器按指南规则和固定种子写成的演示数据，企业、项目和金额均为虚构，不对应任何真实单位。',
    en: 'Invented data, written by a seeded generator from the rules of the guides. No firm, project or amount is real.',
  },
  sources: [{ title: 'data/sample/generate.ts', path: 'data/sample/generate.ts' }],
  licences: [
    {
      name: 'CC0-1.0',
      title: 'Creative Commons Zero 1.0',
      path: 'https://creativecommons.org/publicdomain/zero/1.0/',
    },
  ],
};
