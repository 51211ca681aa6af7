using System.Collections.Frozen;

namespace Participation.Domain.Plans.Reading;

/// <summary>The words most municipal plans head their parts with. General vocabulary: nothing here belongs to one city.</summary>
static class HeadingWords
{
    static readonly FrozenSet<string> Matter = Words(
        "はじめに おわりに 目次 もくじ 資料編 資料集 参考資料 付属資料 附属資料 巻末資料 用語集 用語解説 用語の解説 付録 ごあいさつ あいさつ");

    static readonly FrozenSet<string> Known = Words("""
        現状と課題 現状 課題 現況と課題 現状分析 主な施策 主な取組 主な取り組み 主要施策 主な事業 主要事業 具体的な取組 具体的施策
        これまでの取組 これまでの取り組み 今後の取組 取組の方向性 施策の方向 施策の方向性 施策の体系 施策体系 計画の体系 施策の展開
        施策の内容 基本方針 基本的な考え方 基本理念 基本目標 目指す姿 めざす姿 ありたい姿 将来像 成果指標 施策の成果指標 目標指標
        数値目標 指標 重点施策 計画の期間 計画期間 計画の位置付け 計画の位置づけ 計画の目的 計画の趣旨 策定の趣旨 用語の定義 関連計画
        関連する計画 推進体制 進行管理 市民の役割 行政の役割
        """);

    static readonly FrozenSet<string> Outline = Words("目次 もくじ 施策の体系 施策体系 計画の体系 計画の構成");

    static readonly string[] Appendix = ["資料", "別表", "別紙", "様式", "付録", "付表", "参考"];

    // Longest first: 基本施策 must not be read as something else that begins like it.
    static readonly string[] Labels = [.. Appendix,
        "重点プロジェクト", "プロジェクト", "重点施策", "基本施策", "個別施策", "施策目標", "基本目標", "基本方針", "基本政策", "重点目標",
        "重点戦略", "方針", "目標", "政策", "施策", "戦略", "事業", "取組", "分野", "柱"];

    /// <summary>What opens and closes a plan and stands at its top: 目次, はじめに, 資料編.</summary>
    public static bool IsMatter(string folded) => Matter.Contains(folded);

    public static bool IsKnown(string folded) => Known.Contains(folded);

    /// <summary>A section that only lists the headings of others.</summary>
    public static bool IsOutline(string folded) => Outline.Contains(folded);

    public static bool IsContents(string folded) => folded is "目次" or "もくじ";

    public static bool IsAppendixLabel(string label) => Appendix.Contains(label);

    public static string? LabelAt(string line) =>
        Array.Find(Labels, label => line.StartsWith(label, StringComparison.Ordinal));

    static FrozenSet<string> Words(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
