/** Words that invented names are put together from. Nothing here names a real company or product. */

/** Products and industries (国民经济行业大类) of a cluster. */
export interface ClusterWords {
  products: readonly string[];
  industries: readonly string[];
}

const words = (products: string, industries: string): ClusterWords => ({
  products: products.split(' '),
  industries: industries.split(' '),
});

/** For projects outside the 16 clusters. */
export const noClusterWords = words(
  '塑料制品 包装印刷 玻璃制品 木制家具 五金制品 建筑陶瓷 橡胶密封件 文教用品',
  '橡胶和塑料制品业 非金属矿物制品业 家具制造业 印刷和记录媒介复制业 金属制品业',
);

export const clusterWords: Record<string, ClusterWords> = {
  'new-power-equipment': words(
    '光伏逆变器 海上风电变流器 储能电池系统 特高压变压器 智能配电柜 电力电缆附件 高效光伏组件',
    '电气机械和器材制造业',
  ),
  'construction-agricultural-machinery': words(
    '挖掘机液压件 大型起重机 高空作业平台 智能拖拉机 联合收割机 装载机传动箱',
    '专用设备制造业 通用设备制造业',
  ),
  'internet-of-things': words(
    '智能传感器 毫米波雷达模组 工业网关 射频标签 环境监测终端 边缘计算终端',
    '仪器仪表制造业 计算机、通信和其他电子设备制造业',
  ),
  'advanced-materials': words(
    '高性能碳纤维 特种合金带材 高温陶瓷材料 高分子膜材料 高纯硅材料 导热膜材料',
    '化学原料和化学制品制造业 有色金属冶炼和压延加工业 非金属矿物制品业',
  ),
  'premium-textiles': words(
    '功能性面料 高支纱线 家纺面料 化纤长丝 精毛纺面料 数码印染',
    '纺织业 化学纤维制造业 纺织服装、服饰业',
  ),
  biomedicine: words('抗体药物 缓释制剂 小核酸药物 疫苗制剂 中药颗粒 高端原料药', '医药制造业'),
  'medical-devices': words(
    '影像设备探测器 血管介入器械 体外诊断试剂 手术机器人部件 呼吸支持设备 骨科植入物',
    '专用设备制造业',
  ),
  'integrated-circuits-displays': words(
    '晶圆级封装 功率半导体 显示驱动芯片 高密度载板 电子级光刻胶 柔性显示模组',
    '计算机、通信和其他电子设备制造业',
  ),
  'information-communication': words(
    '光纤预制棒 射频器件 高速光模块 卫星通信终端 毫米波天线 基站滤波器',
    '计算机、通信和其他电子设备制造业',
  ),
  'new-energy-vehicles': words(
    '动力电池 电驱动总成 车规级控制器 轻量化底盘 智能座舱 热管理系统',
    '汽车制造业 电气机械和器材制造业',
  ),
  'high-end-equipment': words(
    '高端轴承 五轴机床 机器人减速机 激光切割装备 精密模具 半导体清洗设备',
    '通用设备制造业 专用设备制造业',
  ),
  'ships-offshore': words(
    '液化气船液货系统 船用曲轴 海工平台桩腿 船用推进器 集装箱船分段 海上风电导管架',
    '铁路、船舶、航空航天和其他运输设备制造业',
  ),
  'environmental-protection': words(
    '高盐废水处理 余热回收装置 烟气治理装备 固废资源化 高效换热器 膜法水处理',
    '专用设备制造业 生态保护和环境治理业',
  ),
  'green-food': words(
    '功能性食品配料 智能酿造 低温乳制品 粮油精深加工 复合调味品 速冻食品',
    '食品制造业 农副食品加工业 酒、饮料和精制茶制造业',
  ),
  'core-software': words(
    '工业仿真软件 嵌入式操作系统 电力调度软件 分布式数据库 制造执行系统 信息安全软件',
    '软件和信息技术服务业',
  ),
  'new-digital-industries': words(
    '人工智能训练 区块链存证 工业大数据 数字孪生 虚拟现实 云服务',
    '软件和信息技术服务业 互联网和相关服务',
  ),
};

/** What a project of a category is about; stands after the product. */
export const categoryEndings: Record<string, readonly string[]> = {
  'high-end-upgrade': ['产线高端化改造', '扩能提质技术改造', '产业基础再造'],
  'smart-demonstration-factory': ['智能制造示范工厂', '智能示范工厂建设'],
  'benchmark-factory': ['工业互联网标杆工厂'],
  'five-g-industrial-internet': ['“5G+工业互联网”融合应用', '5G全连接工厂'],
  'service-benchmark': ['全生命周期管理服务', '总集成总承包服务', '定制化服务升级', '工业设计中心建设'],
  'identifier-resolution/secondary-node': ['标识解析二级节点'],
  'identifier-resolution/public-service-platform': ['标识解析公共服务平台'],
  'industrial-internet-platform': ['行业工业互联网平台'],
  'industrial-internet-security': ['安全态势感知平台', '工业网络安全解决方案'],
  'it-innovation-pilot-zone': ['信创先导区'],
  'it-innovation-laboratory': ['信创实验室'],
  'data-products': ['数据产品化', '质量数据分析产品', '数据服务平台'],
  'free-diagnosis': ['企业免费诊断服务'],
  'core-technology-engineering/disaster-and-safety': ['本质安全装备攻关', '灾害监测预警技术攻关'],
  'core-technology-engineering': ['关键技术攻关', '工程化攻关', '首台套装备攻关'],
  'mergers-acquisitions': ['产业链兼并重组'],
  'specialised-sme': ['产线数字化改造', '智能检测线改造', '软硬件升级', '车间智能化改造'],
  'leading-software-firms': ['软件研发能力提升'],
  'provincial-recognition-awards': ['授牌认定奖励'],
  'major-exhibitions-events/exhibition': ['产业博览会', '产业展览会'],
  'major-exhibitions-events/event': ['产业链对接大会', '创新创业大赛'],
  'green-upgrade': ['节能技术改造', '清洁生产改造', '余热利用改造', '资源综合利用'],
  'connected-vehicles': ['车联网示范应用', '智慧公交车路协同', '智能网联示范道路'],
  'innovation-centre-capacity': ['创新中心能力建设'],
  'cluster-promotion-bodies': ['集群发展促进服务'],
  'sme-service-platforms': ['中小企业公共服务平台'],
  'information-consumption/consumption-innovation': ['信息消费体验平台', '线上线下融合服务平台'],
  'information-consumption/public-service-platform': ['公共服务信息化平台', '园区智慧化管理平台'],
  'talent-training': ['产业人才专题培训'],
  'service-upgrade': ['全生命周期管理服务', '总集成总承包服务', '定制化服务升级'],
  'epidemic-supplies': ['防疫物资生产线'],
  'innovation-centre-development': ['创新中心建设发展'],
  'generic-technology-development': ['共性技术开发'],
  'solution-providers': ['系统解决方案服务'],
  'industry-service-platforms': ['产业服务平台', '测试验证平台'],
};

/** Categories whose projects are named by the city they serve, not by a product. */
export const namedByPlace: readonly string[] = [
  'free-diagnosis',
  'it-innovation-pilot-zone',
  'sme-service-platforms',
  'innovation-centre-development',
];

export const defaultEndings = ['转型升级'] as const;
