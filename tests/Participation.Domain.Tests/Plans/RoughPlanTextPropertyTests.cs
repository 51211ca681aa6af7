using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Participation.Domain.Plans;

namespace Participation.Domain.Tests.Plans;

public sealed class RoughPlanTextPropertyTests
{
    [Fact]
    public void No_character_of_any_rough_text_is_lost() =>
        Prop.ForAll(RoughText.Any, source => Trees.Words(RoughPlanText.Read(source)) == Kept(source))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Every_text_reads_the_same_twice() =>
        Prop.ForAll(RoughText.Any, source => Trees.Draw(RoughPlanText.Read(source)) == Trees.Draw(RoughPlanText.Read(source)))
            .Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData("1 題\n\n(1) 題\n\n①題\n\n文です。\n\n")]
    [InlineData("長い文の途中で、行が切れて\n")]
    [InlineData("途中で切れた長い文章は、次の行や頁へと続いていくことがあり、その中\n\n間で終わる。\n\n")]
    [InlineData("a\tb\tc\n")]
    [InlineData("現状と課題\n\n文です。\n\n")]
    [InlineData("<<<<<<<<<<\t<<<<<<<<<\n")]
    [InlineData("^{[^{[^{[^{[ （（（（（（")]
    public void A_megabyte_of_anything_is_read_in_well_under_a_second(string piece)
    {
        var source = new StringBuilder().Insert(0, piece, 1_000_000 / piece.Length).ToString();
        RoughPlanText.Read(piece);
        var (plan, quickest) = ((PlanDraft?)null, TimeSpan.MaxValue);
        // Whatever else runs on the machine makes a reading slower, never quicker.
        for (var reading = 0; reading < 3 && quickest.TotalSeconds > 5; reading++)
        {
            var watch = Stopwatch.StartNew();
            plan = RoughPlanText.Read(source);
            quickest = watch.Elapsed < quickest ? watch.Elapsed : quickest;
        }
        // Ten times what it takes on a slow machine; a quadratic reader would need minutes.
        Assert.InRange(quickest.TotalSeconds, 0, 5);
        Assert.Equal(Kept(source), Trees.Words(plan!));
    }

    /// <summary>The source without white space and without the two marks that <see cref="RoughPlanText"/> says it leaves out.</summary>
    internal static string Kept(string source) => string.Concat(source.ReplaceLineEndings("\n").Split('\n').Select(KeptOf));

    static string KeptOf(string raw)
    {
        var line = raw.Trim();
        var dense = Trees.Dense(line);
        if (dense.Length >= 3 && dense.All(c => c == '-')) return "";
        // - 12 - is a page number, not a point.
        if (line.Trim('-', '－', '–', '—', '‐', ' ', '\u3000') is { Length: > 0 and <= 3 } page && (page.All(char.IsAsciiDigit) || page.All(c => c is >= (char)0xFF10 and <= (char)0xFF19))) return dense;
        return !raw.Contains('\t') && line.Length > 2 && line[0] == '-' && char.IsWhiteSpace(line[1]) ? dense[1..] : dense;
    }
}
