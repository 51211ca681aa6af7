using FsCheck;
using FsCheck.Fluent;
using Participation.Domain.Grouping;

namespace Participation.Domain.Tests.Grouping;

public sealed class SketchPropertyTests
{
    static readonly Gen<string> Texts = Gen.Elements("港海道橋雪朝市民計画案声見守子老夜灯".ToCharArray()).ArrayOf(60).Select(letters => new string(letters));

    [Fact]
    public void Likeness_is_the_share_of_common_triples() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        Texts.Two().ToArbitrary(), pair =>
        {
            var (a, b) = (Triples(pair.Item1), Triples(pair.Item2));
            var expected = (double)a.Intersect(b).Count() / a.Union(b).Count();
            return Math.Abs(Sketch.Of(pair.Item1).LikenessTo(Sketch.Of(pair.Item2)) - expected) < 1e-9;
        }));

    [Fact]
    public void A_text_is_wholly_like_itself_and_likeness_has_no_direction() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        Texts.Two().ToArbitrary(), pair =>
        {
            var (a, b) = (Sketch.Of(pair.Item1), Sketch.Of(pair.Item2));
            return a.LikenessTo(a) == 1 && a.LikenessTo(b) == b.LikenessTo(a);
        }));

    [Fact]
    public void Comparable_text_of_comparable_text_is_itself() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        ArbMap.Default.ArbFor<string>(), text =>
        {
            var once = ComparableText.Of(text ?? "");
            return ComparableText.Of(once) == once;
        }));

    static HashSet<string> Triples(string text) => [.. Enumerable.Range(0, text.Length - 2).Select(i => text.Substring(i, 3))];
}
