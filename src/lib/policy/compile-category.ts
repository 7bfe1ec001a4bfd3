import type { Label } from '../domain/label.ts';
import { compileSubsidy, unknownSubsidy } from './compile-subsidy.ts';
import type { Category, CategoryVariant, SubQuota, Subsidy, SubsidyBase } from './rulebook.ts';
import type { CategoryText, VariantText } from './schemas/category.ts';

/** Where an item stands in its guide. */
export interface CategoryPlace {
  guideYear: number;
  areaId: string;
  /** From 1. */
  sequence: number;
}

const dependsOnType: Label = {
  zh: '标准按类型而定，类型未知时无法计算',
  en: 'The standard depends on the type; nothing can be computed while the type is unknown',
};

function compileVariant(text: VariantText, bases: SubsidyBase[]): CategoryVariant {
  return {
    id: text.id,
    name: text.name,
    aliases: text.aliases,
    subsidy: text.subsidy ? compileSubsidy(text.subsidy, bases) : null,
    kpiForm: text.kpi_form ?? null,
  };
}

/** Where each type has a standard of its own, the item as a whole has none: it shows theirs, joined. */
function ownSubsidy(text: CategoryText, variants: CategoryVariant[], bases: SubsidyBase[]): Subsidy {
  if (text.subsidy) return compileSubsidy(text.subsidy, bases);
  const summaries = variants.flatMap((variant) => (variant.subsidy ? [variant.subsidy.summary] : []));
  return unknownSubsidy(dependsOnType, {
    zh: summaries.map((one) => one.zh).join('；'),
    en: summaries.map((one) => one.en).join('; '),
  });
}

function compileSubQuota(text: CategoryText['sub_quotas'][number]): SubQuota {
  const bound = text.max === undefined ? 'min' : 'max';
  const amount = text.max ?? text.min;
  if (amount === undefined) throw new Error(`sub-quota ${text.id} has neither max nor min`);
  const { id, name, source } = text;
  return { id, name, bound, amount, source, variantIds: text.variants, clusterIds: text.clusters };
}

/** One item of a guide as the pages read it. */
export function compileCategory(text: CategoryText, place: CategoryPlace, bases: SubsidyBase[]): Category {
  const variants = text.variants.map((variant) => compileVariant(variant, bases));
  return {
    id: text.id,
    ...place,
    section: text.section,
    name: text.name,
    shortName: text.short_name,
    aliases: text.aliases,
    kpiForms: text.kpi_forms,
    ownerDivision: text.owner_division,
    quota: text.quota ? { value: text.quota.max, source: text.quota.source } : null,
    noQuotaReason: text.no_quota_reason ?? null,
    subQuotas: text.sub_quotas.map(compileSubQuota),
    subsidy: ownSubsidy(text, variants, bases),
    variants,
    separateNotice: text.separate_notice ?? null,
    corresponds: text.corresponds,
  };
}
