/** What the invented platforms and factories should look like: inputs of a demonstration, not policy. */

export type LevelName = 'enterprise' | 'industry' | 'cross-industry';

export interface PlatformDemo {
  subject: string;
  city: string;
  /** Cluster of 2023 that the one named in the table runs into; null where it belongs to none. */
  cluster: string | null;
  /** Level applied for. */
  applied: LevelName | 'incubation';
  /** Level whose conditions its facts are drawn around; null where it stays under the lowest. */
  builtFor: LevelName | null;
  /** Facts that stand exactly on the threshold of the level applied for, one step below it, or are not told. */
  exact?: readonly string[];
  below?: readonly string[];
  silent?: readonly string[];
  /** Conditions of the yes-or-no kind that it does not meet. */
  lacks?: readonly string[];
}

type Rest = Pick<PlatformDemo, 'exact' | 'below' | 'silent' | 'lacks'>;
const demo = (
  subject: string,
  city: string,
  cluster: string | null,
  applied: PlatformDemo['applied'],
  builtFor: PlatformDemo['builtFor'],
  rest: Rest = {},
): PlatformDemo => ({ subject, city, cluster, applied, builtFor, ...rest });

const [e, i, x] = ['enterprise', 'industry', 'cross-industry'] as const;

export const platformDemo: readonly PlatformDemo[] = [
  demo('智能电网设备', '320100', 'new-power-equipment', x, x, {
    exact: ['platform_managed_devices', 'platform_staff'],
  }),
  demo('跨行业制造服务', '320500', 'core-software', x, x, {
    exact: ['platform_industries', 'platform_languages'],
  }),
  demo('工程机械全球运维', '320300', 'construction-agricultural-machinery', x, x, {
    below: ['platform_managed_devices'],
  }),
  demo('物联网设备接入', '320200', 'internet-of-things', x, x, { silent: ['platform_least_firms_industry'] }),
  demo('产业链协同', '320500', 'information-communication', x, i, {
    lacks: ['platform_cross_platform_calls'],
  }),
  demo('高端装备云服务', '320400', 'high-end-equipment', x, i),
  demo('新材料配方协同', '320200', 'advanced-materials', x, x, {
    below: ['platform_staff', 'platform_apps'],
  }),
  demo('纺织印染协同', '320600', 'premium-textiles', i, i, {
    exact: ['platform_devices', 'platform_models'],
  }),
  demo('服装柔性定制', '320500', 'premium-textiles', i, i, { below: ['platform_apps'] }),
  demo('船舶建造协同', '321200', 'ships-offshore', i, i, { exact: ['platform_staff'] }),
  demo('海工装备运维', '320600', 'ships-offshore', i, i, { silent: ['platform_subscriber_users'] }),
  demo('化学药质量追溯', '320700', 'biomedicine', i, i),
  demo('医疗器械运维', '320400', 'medical-devices', i, e),
  demo('光伏组件智能运维', '320100', 'new-power-equipment', i, i, { below: ['platform_outside_developers'] }),
  demo('风电机组健康管理', '320900', 'new-power-equipment', i, e),
  demo('汽车零部件协同', '320900', 'new-energy-vehicles', i, i, { exact: ['platform_subscriber_firms'] }),
  demo('动力电池追溯', '320400', 'new-energy-vehicles', i, i, {
    below: ['platform_analysis_algorithms', 'platform_managed_devices'],
  }),
  demo('集成电路封测', '320200', 'integrated-circuits-displays', i, i, { lacks: ['platform_runtime'] }),
  demo('显示面板良率', '320500', 'integrated-circuits-displays', i, e),
  demo('水务环保监测', '320200', 'environmental-protection', i, i),
  demo('工业固废管控', '321100', 'environmental-protection', i, e, { silent: ['platform_devices'] }),
  demo('特钢生产管控', '320200', 'advanced-materials', e, e, {
    exact: ['platform_models', 'platform_managed_devices'],
  }),
  demo('碳纤维质量管控', '320700', 'advanced-materials', e, e, { below: ['platform_models'] }),
  demo('数控机床远程运维', '320400', 'high-end-equipment', e, e),
  demo('轨道交通部件', '320400', 'high-end-equipment', e, i),
  demo('输变电装备车间', '321000', 'new-power-equipment', e, e, { silent: ['platform_model_calls'] }),
  demo('农机装配', '321100', 'construction-agricultural-machinery', e, e, { below: ['platform_apps'] }),
  demo('压缩机能效', '320300', 'high-end-equipment', e, e, { lacks: ['platform_security_deployed'] }),
  demo('电子元件检测', '320800', 'information-communication', e, null),
  demo('家纺设备互联', '320600', 'premium-textiles', e, e, { exact: ['platform_model_calls'] }),
  demo('白酒酿造管控', '321300', null, e, e),
  demo('玻璃窑炉优化', '321300', 'advanced-materials', e, null),
  demo('盐化工安全管控', '320800', null, e, e, { silent: ['platform_managed_devices'] }),
  demo('汽车内饰车间', '321000', 'new-energy-vehicles', e, e, {
    below: ['platform_devices', 'platform_data_points'],
  }),
  demo('原料药车间', '321200', 'biomedicine', e, e, { exact: ['platform_devices'] }),
  demo('软件订阅服务', '320100', 'core-software', 'incubation', e),
];

export interface FactoryDemo {
  subject: string;
  city: string;
  cluster: string | null;
  industry: 'discrete' | 'process';
  /** Total input in 万元; null where it is not told. */
  input: number | null;
  /** Sub-classes without an element. */
  without?: readonly string[];
  /** Sub-classes that the form leaves blank. */
  silent?: readonly string[];
  /** Facts of the yes-or-no kind that it does not have. */
  lacks?: readonly string[];
}

type FactoryRest = Pick<FactoryDemo, 'without' | 'silent' | 'lacks'>;
const factory = (
  subject: string,
  city: string,
  cluster: string | null,
  industry: FactoryDemo['industry'],
  input: number | null,
  rest: FactoryRest = {},
): FactoryDemo => ({ subject, city, cluster, industry, input, ...rest });

export const factoryDemo: readonly FactoryDemo[] = [
  factory('高端线缆智能工厂', '320200', 'new-power-equipment', 'discrete', 6800),
  factory('挖掘机数字化工厂', '320300', 'construction-agricultural-machinery', 'discrete', 15200),
  factory('纺纱智能工厂', '320900', 'premium-textiles', 'process', 3400),
  factory('聚酯纤维智能工厂', '320500', 'premium-textiles', 'process', 5100, {
    without: ['business-management'],
  }),
  factory('动力电池工厂', '320400', 'new-energy-vehicles', 'discrete', 21000),
  factory('汽车零部件工厂', '321000', 'new-energy-vehicles', 'discrete', 2000),
  factory('变速箱工厂', '320100', 'new-energy-vehicles', 'discrete', 1999),
  factory('原料药智能工厂', '320700', 'biomedicine', 'process', 4300),
  factory('医用耗材工厂', '320400', 'medical-devices', 'discrete', 2600, {
    without: ['production-management'],
  }),
  factory('晶圆封装工厂', '320200', 'integrated-circuits-displays', 'discrete', 9800),
  factory('显示模组工厂', '320500', 'integrated-circuits-displays', 'discrete', 7600, {
    lacks: ['factory_input_vouchers'],
  }),
  factory('船用部件工厂', '320600', 'ships-offshore', 'discrete', 2900),
  factory('海工平台工厂', '321200', 'ships-offshore', 'discrete', 4700, { silent: ['business-management'] }),
  factory('特种钢工厂', '320200', 'advanced-materials', 'process', 18800),
  factory('碳纤维工厂', '321100', 'advanced-materials', 'process', null),
  factory('通信模块工厂', '320100', 'information-communication', 'discrete', 3300),
  factory('水处理装备工厂', '320200', 'environmental-protection', 'discrete', 2150, {
    without: ['shop-floor'],
  }),
  factory('酿造数字化工厂', '321300', null, 'process', 8200),
  factory('数控机床工厂', '320400', 'high-end-equipment', 'discrete', 2750, {
    lacks: ['factory_project_built'],
  }),
  factory('电子元件工厂', '320800', 'information-communication', 'discrete', 2480, {
    without: ['shop-floor', 'business-management'],
  }),
];
