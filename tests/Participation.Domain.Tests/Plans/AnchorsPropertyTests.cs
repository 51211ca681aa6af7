using FsCheck;
using FsCheck.Fluent;
using Participation.Domain.Plans;

namespace Participation.Domain.Tests.Plans;

public sealed class AnchorsPropertyTests
{
    // Few titles and texts, so that the same words come often and in many places.
    static readonly string[] Titles = ["現状", "課題", "施策", "広場", "回廊", ""];
    static readonly string[] Texts = ["甲。", "乙。", "丙。", "丁。", "戊 。", "戊。", "\uD800", ""];

    static Gen<PlanDraft> Plans => Gen.Select(Sections(3), sections => new PlanDraft(sections));

    static Gen<SectionDraft[]> Sections(int depth)
    {
        var inner = depth == 0 ? Gen.Constant(Array.Empty<SectionDraft>()) : Sections(depth - 1);
        var section =
            from title in Gen.Elements(Titles)
            from number in Gen.Elements("1", "2", null)
            from count in Gen.Choose(0, 5)
            from texts in Gen.Elements(Texts).ArrayOf(count)
            from children in inner
            select new SectionDraft(number, title, [.. texts.Select(text => PassageDrafts.Of(PassageKind.Paragraph, text))], children);
        return Gen.Choose(0, 3).SelectMany(count => section.ArrayOf(count));
    }

    static void Holds(Func<AnchoredPlan, AnchoredPlan, bool> rule) =>
        Prop.ForAll((from first in Plans from second in Plans select (first, second)).ToArbitrary(), pair =>
        {
            var before = Anchors.Assign(pair.first, null);
            return rule(before, Anchors.Assign(pair.second, before));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    static IEnumerable<string> All(AnchoredPlan plan) =>
        plan.Sections.Select(section => section.Anchor).Concat(plan.Passages.Select(passage => passage.Anchor));

    static string Same(string text) => Trees.Dense(text);

    [Fact]
    public void Every_anchor_is_used_once() =>
        Holds((_, after) => All(after).Distinct().Count() == All(after).Count());

    [Fact]
    public void A_passage_that_has_an_old_anchor_has_its_words() => Holds((before, after) =>
    {
        var old = before.Passages.ToDictionary(passage => passage.Anchor, passage => Same(passage.Text));
        return after.Passages.All(passage => !old.TryGetValue(passage.Anchor, out var text) || text == Same(passage.Text))
            && !after.Sections.Any(section => old.ContainsKey(section.Anchor));
    });

    [Fact]
    public void As_many_passages_keep_their_anchor_as_there_are_with_the_same_words() => Holds((before, after) =>
        after.Passages.GroupBy(passage => Same(passage.Text)).All(group =>
        {
            var old = before.Passages.Where(passage => Same(passage.Text) == group.Key).Select(passage => passage.Anchor).ToHashSet();
            return group.Count(passage => old.Contains(passage.Anchor)) == Math.Min(group.Count(), old.Count);
        }));

    [Fact]
    public void A_plan_that_is_imported_again_keeps_every_anchor() =>
        Prop.ForAll(Plans.ToArbitrary(), plan =>
        {
            var before = Anchors.Assign(plan, null);
            return All(Anchors.Assign(plan, before)).SequenceEqual(All(before));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
