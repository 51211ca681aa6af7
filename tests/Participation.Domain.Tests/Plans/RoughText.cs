using FsCheck;
using FsCheck.Fluent;

namespace Participation.Domain.Tests.Plans;

/// <summary>Random plain text with everything a PDF leaves behind.</summary>
static class RoughText
{
    static readonly string[] Words =
    [
        "第1部", "第２章 まちの姿", "第一節", "1 みんなで進める", "2. 進め方", "1-1 場をつくる", "2-1 つなぐ", "3.2.1 深める", "(1) 目的", "（２）方法",
        "1) 手順", "①集まる。", "② 話す", "③まとめる取組を行います。", "・点", "- ・点と線", "- ① 点です。", " - 3 点", "ア 項", "(ア) 目", "a. item",
        "基本方針1 人", "資料 2", "資料No. 3", "別表1　一覧", "目 次", "1 はじめに\t1", "2 おわりに ........ 12", "現状と課題", "主な施策", "施策の体系",
        "成果指標", "指標\t現状\t目標", "\t10\t20", "率\t1.5%\t*3*", "---\t---", "-----", "【概要】", "○自由な話し合い", "■図の名前", "※1 注です", "（趣旨）",
        "第1 これを定める。", "参加する人が増えて、", "続く文です。", "途中で切れた長い文章は、次の行や頁へと続いていくことがあり、その中", "間で終わる。",
        "一 二 三 四 五 六", "^{*}", "[※]", "<p>中</p>", "| a | b |", "# 見出し", "> 引用", "***", "__x__", "\\", "`code`", "http://example.jp/", "令和6年4月1日",
        "『合言葉』", "　字下げ。", "\ttab", "ＡＢＣ", "𠮷野家", "e\u0301", "\u200B", "!", "。", "、", "-", "--", "- ", "1", "1-", "(", "第", "ー", "〒000-0000", "- 12 -", "12",
    ];

    public static Arbitrary<string> Any { get; } = Gen.Select(Line.ArrayOf(), lines => string.Join('\n', lines)).ToArbitrary();

    static Gen<string> Line => Gen.Frequency(
        (6, Gen.Elements(Words)),
        (3, Gen.Constant("")),
        (1, Gen.Constant(" ")),
        (2, Gen.Select(Gen.Elements(Words).ArrayOf(3), words => string.Concat(words))),
        (2, Gen.Select(Gen.Elements(Words).ArrayOf(2), words => string.Join(' ', words))),
        (1, Gen.Select(Gen.Elements(Words).ArrayOf(3), words => string.Join('\t', words))),
        (1, Gen.Select(ArbMap.Default.GeneratorFor<NonNull<string>>(), any => any.Get.TrimStart('\uFEFF'))));
}
