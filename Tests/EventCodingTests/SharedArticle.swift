import Foundation

/// `../shared/article.txt`, an article of 170 lines with the furniture of its page.
enum SharedArticle {
  static let text = try? String(
    contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(
        path: "shared/article.txt"), encoding: .utf8)

  /// What it says, in its order; the author's thoughts about clouds to come are left out.
  static let facts = table.split(separator: "\n").map { ArticleFact(row: $0) }

  private static let table = """
    financial-result              | OpenAI                   | net_loss 3e9 CNY 2022 | -
    financial-result              | OpenAI                   | net_loss 5.4e8 USD 2022 | -
    financial-result              | SenseTime                | net_loss 6.1e9 CNY 2022 | -
    financial-result              | SenseTime                | revenue 3.8e9 CNY 2022 | -
    financial-result              | OpenAI                   | valuation 3e10 USD | -
    financial-result              | OpenAI                   | revenue 3.6e7 USD 2022 | -
    forecast                      | OpenAI                   | revenue_forecast 2e8 USD 2023 | -
    model-release/product-release | SenseTime                | - | SenseNova
    metric                        | SenseTime                | gpu_count 27000 | -
    metric                        | SenseTime                | gpu_count 7000 | -
    metric                        | SenseTime                | customers 8 | -
    research/product-release      | SenseTime                | - | SenseChat
    product-release               | SenseTime                | - | 云服务
    personnel                     | OpenAI                   | - | 谷歌
    financial-result              | OpenAI                   | - | 挖人
    funding                       | Microsoft                | investment 1.3e10 USD | -
    forecast                      | Microsoft                | - | 投资
    model-release/product-release | OpenAI                   | - | 开源
    personnel                     | ByteDance                | - | 团队
    forecast/research             | ByteDance                | - | 视频
    product-release               | ByteDance                | - | DPU
    product-release               | ByteDance                | - | 机器学习平台
    metric                        | ByteDance                | cost_saving 70 | -
    forecast                      | ByteDance                | - | GPU实例
    financial-result              | ByteDance                | revenue 5e11 CNY 2022 | -
    financial-result              | JD.com                   | revenue 5e11 CNY 2022 | -
    financial-result              | JD.com                   | revenue 1.0462e12 CNY 2022 | -
    financial-result              | JD.com                   | net_profit 1.04e10 CNY 2022 | -
    financial-result              | JD.com                   | net_profit 1.34e10 CNY 2021 | -
    financial-result              | Alibaba                  | revenue 8.64539e11 CNY 2022 | -
    financial-result              | Alibaba                  | ebitda 2.27e10 USD 2022 | -
    financial-result              | Tencent                  | revenue 5.5455e11 CNY 2022 | -
    financial-result              | Tencent                  | net_profit 1.8824e11 CNY 2022 | -
    financial-result              | ByteDance                | revenue 8e10 USD 2022 | -
    financial-result              | ByteDance                | revenue 6e10 USD 2021 | -
    financial-result              | ByteDance                | ebitda 2.5e10 USD 2022 | -
    financial-result              | ByteDance                | - | 稳赢
    financial-result              | ByteDance                | advertising_revenue 1e10 USD 2022 | -
    financial-result              | Baidu                    | revenue 1.23675e11 CNY 2022 | -
    financial-result              | Baidu                    | net_profit 2.068e10 CNY 2022 | -
    metric                        | SenseTime                | gpu_count 10000 | -
    product-release               | AWS/Amazon               | - | Trn1n
    model-release                 | AWS/Amazon               | - | Titan
    model-release                 | Alibaba Cloud/Alibaba    | - | 通义千问
    forecast                      | Alibaba/Alibaba Cloud    | - | 所有产品
    product-release               | Tencent                  | - | HCC
    infrastructure                | Tencent                  | - | H800
    metric                        | Tencent                  | bandwidth 3.2e12 | -
    metric                        | Tencent                  | throughput 1e12 | -
    metric                        | Tencent                  | iops 1e7 | -
    metric                        | Tencent                  | performance 3 | -
    model-release                 | Tencent                  | parameters 1e12 | -
    metric                        | Tencent                  | training_time 50 | -
    metric                        | Tencent                  | training_time 11 | -
    forecast                      | Tencent                  | training_time 4 | -
    product-release               | Tencent                  | - | 内测
    model-release                 | Baidu                    | - | 文言一心
    product-release               | Baidu                    | - | 搜索
    model-release                 | Huawei                   | - | 2021年
    model-release/research        | Huawei                   | - | 盘古
    model-release                 | OpenAI                   | - | 多模态
    research                      | OpenAI                   | - | 人类水平
    research                      | OpenAI                   | - | 律师考试
    research                      | OpenAI                   | - | GPT-3.5
    infrastructure                | OpenAI                   | - | 超级计算机
    infrastructure                | Microsoft                | gpu_count 10000 | -
    product-release               | Microsoft                | - | Bing
    product-release               | AWS/Amazon               | - | CodeWhisperer
    research                      | Accenture                | - | 生成式
    metric                        | Accenture                | work_share 40 | -
    metric/forecast               | Accenture                | survey 98 | 企业高管
    metric                        | Accenture                | survey 98 | 创新力
    metric                        | Accenture                | survey 95 | -
    research                      | Accenture                | trends 4 | -
    research                      | Gartner                  | trends 26 | -
    forecast                      | Gartner                  | - | 基础模型
    research                      | HIT                      | - | 调研报告
    research                      | HIT                      | - | 一半
    metric/research               | HIT                      | phase_duration 40 | -
    metric/research               | HIT                      | phase_duration 20 | -
    metric/research               | HIT                      | phase_duration 10 | -
    metric/research               | HIT                      | phase_duration 5 | -
    forecast                      | HIT                      | phase_duration 2 | -
    metric/research               | HIT                      | - | 五次
    research                      | HIT                      | - | 同质化
    forecast/research             | HIT                      | - | 多模态
    regulation                    | -                        | - | 法律法规
    forecast                      | -                        | - | 监管规定
    advocacy                      | Elon Musk                | signatories 1000 | -
    advocacy                      | Future of Life Institute | signatories 1100 | -
    advocacy                      | -                        | - | 严重威胁
    """
}
