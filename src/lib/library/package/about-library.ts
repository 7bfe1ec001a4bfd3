import type { Library } from '$lib/domain/library';
import type { Label } from '$lib/domain/label';
import type { Rulebook } from '$lib/policy/rulebook';
import type { PackageAbout, PackageLicence } from './describe-package';
import { nameScope, type PackageScope } from './scope';

const freeLicence: PackageLicence = {
  name: 'CC0-1.0',
  title: 'Creative Commons Zero 1.0',
  path: 'https://creativecommons.org/publicdomain/zero/1.0/',
};

interface Naming {
  name: string;
  title: Label;
  description: Label;
  licences: PackageLicence[];
}

const namings: Record<Library['meta']['kind'], Naming> = {
  sample: {
    name: 'fundlens-sample',
    title: { zh: '专项资金透视 演示数据', en: 'Fundlens sample data' },
    description: {
      zh: '演示数据，企业、项目和金额均为虚构，不对应任何真实单位。',
      en: 'Invented data. No firm, project or amount is real.',
    },
    licences: [freeLicence],
  },
  own: {
    name: 'fundlens-library',
    title: { zh: '专项资金项目库', en: 'Project library of the fund' },
    description: {
      zh: '由专项资金透视导出，供导入另一处。金额以分为单位，缺失为空。',
      en: 'Exported from Fundlens to be imported elsewhere. Amounts in 分 (0.01 CNY); what is missing is empty.',
    },
    licences: [],
  },
};

/** The part of a package's name that tells scopes apart: codes and ids, which are lower-case already. */
const scopeSlug = ({ cityAdcodes = [], directCounty, clusterIds = [] }: PackageScope): string =>
  [...cityAdcodes, ...(directCounty === undefined ? [] : [directCounty]), ...clusterIds].join('-');

/**
 * What an exported package says about itself. It is made from the rows that go into it and from the scope, never
 * from the library as a whole, whose file names speak of other senders.
 */
export function aboutLibrary(
  { meta, rows }: Library,
  scope: PackageScope | null,
  rulebook: Rulebook,
): PackageAbout {
  const { name, title, description, licences } = namings[meta.kind];
  const sources = rows.source_file.map((file) => ({ title: file.name }));
  if (!scope) return { name, title, description, sources, licences };
  const part = nameScope(scope, rulebook);
  return {
    name: `${name}-${scopeSlug(scope)}`,
    title: { zh: `${title.zh}（${part.zh}）`, en: `${title.en} (${part.en})` },
    description: {
      zh: `${description.zh}只含${part.zh}，其余未知。`,
      en: `${description.en} Holds ${part.en} only; nothing is known of the rest.`,
    },
    sources,
    licences,
  };
}
