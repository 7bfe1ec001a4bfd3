import type { Row } from '$lib/domain/tables';
import { categoryById, variantById } from '$lib/policy/look-up';
import type { Rulebook } from '$lib/policy/rulebook';

/** What the office writes for ids: names of places, clusters and categories. An unknown id stands for itself. */
export class OfficialNames {
  private readonly regions: Map<string, string>;
  private readonly clusters: Map<string, string>;

  constructor(private readonly rulebook: Rulebook) {
    this.regions = new Map(rulebook.regions.map(({ adcode, name }) => [adcode, name]));
    this.clusters = new Map(rulebook.clusters.map(({ id, name }) => [id, name.zh]));
  }

  region(adcode: string): string {
    return this.regions.get(adcode) ?? adcode;
  }

  cluster(id: string): string {
    return this.clusters.get(id) ?? id;
  }

  /** The category's printed name, with the type in brackets where one is known. */
  category(id: string, variantId: string | null = null): string {
    const category = categoryById(this.rulebook, id);
    if (!category) return id;
    const variant = variantById(category, variantId);
    return variant ? `${category.name.zh}（${variant.name.zh}）` : category.name.zh;
  }

  /** The answer to 是否为省先进制造业集群中的项目. */
  clusterMark({ in_cluster: isIn, cluster_id: id }: Row<'project'>): string | null {
    if (id !== null) return `是（${this.cluster(id)}）`;
    if (isIn === null) return null;
    return isIn ? '是' : '否';
  }
}
