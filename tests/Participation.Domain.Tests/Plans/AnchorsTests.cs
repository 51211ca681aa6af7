using Participation.Domain.Plans;

namespace Participation.Domain.Tests.Plans;

public sealed class AnchorsTests
{
    static PassageDraft P(string text) => PassageDrafts.Of(PassageKind.Paragraph, text);

    static SectionDraft S(string title, params object[] inside) => Numbered(null, title, inside);

    static SectionDraft Numbered(string? number, string title, params object[] inside) =>
        new(number, title, [.. inside.OfType<string>().Select(P)], [.. inside.OfType<SectionDraft>()]);

    static AnchoredPlan Anchor(AnchoredPlan? previous, params SectionDraft[] sections) => Anchors.Assign(new(sections), previous);

    static string Of(AnchoredPlan plan, string text) =>
        plan.Passages.Where(passage => passage.Text == text).Select(passage => passage.Anchor)
            .Concat(plan.Sections.Where(section => section.Title == text).Select(section => section.Anchor)).Single();

    [Fact]
    public void Anchors_are_short_and_fit_in_an_address()
    {
        var plan = Anchor(null, S("広場", "開く。", "歩く。"));
        Assert.All(plan.Sections, section => Assert.Matches("^s[0-9a-z]{7}$", section.Anchor));
        Assert.All(plan.Passages, passage => Assert.Matches("^p[0-9a-z]{7}$", passage.Anchor));
    }

    [Fact]
    public void Reading_order_levels_and_parents_are_written_down()
    {
        var plan = Anchor(null, S("一", "甲", S("二", "乙")), S("三"));
        Assert.Equal([("一", 0, 1), ("二", 2, 2), ("三", 4, 1)], plan.Sections.Select(section => (section.Title, section.Order, section.Level)));
        Assert.Equal([("甲", 1), ("乙", 3)], plan.Passages.Select(passage => (passage.Text, passage.Order)));
        Assert.Equal(Of(plan, "一"), plan.Sections[1].ParentAnchor);
        Assert.Equal(Of(plan, "二"), plan.Passages[1].SectionAnchor);
    }

    [Fact]
    public void A_passage_keeps_its_anchor_when_its_neighbours_change_or_it_moves()
    {
        var before = Anchor(null, S("一", "甲", "乙", "丙"), S("二", "丁"));
        var after = Anchor(before, S("二", "新", "丁", "乙"), S("一", "丙改", "甲"));
        foreach (var text in (string[])["甲", "乙", "丁", "一", "二"]) Assert.Equal(Of(before, text), Of(after, text));
        Assert.DoesNotContain(Of(after, "丙改"), before.Passages.Select(passage => passage.Anchor));
    }

    [Fact]
    public void A_line_broken_elsewhere_or_a_wider_digit_is_the_same_text()
    {
        var before = Anchor(null, S("一", "広場を 2026年に開く。"));
        var after = Anchor(before, S("一", "広場を２０２６年に\n開く。"));
        Assert.Equal(before.Passages[0].Anchor, after.Passages[0].Anchor);
    }

    [Fact]
    public void The_same_words_in_two_sections_each_keep_their_own_anchor_when_the_sections_change_places()
    {
        var before = Anchor(null, S("一", "進める。"), S("二", "進める。"));
        var after = Anchor(before, S("二", "進める。"), S("一", "進める。"));
        Assert.Equal(before.Passages[0].Anchor, after.Passages[1].Anchor);
        Assert.Equal(before.Passages[1].Anchor, after.Passages[0].Anchor);
    }

    [Fact]
    public void A_new_chapter_in_front_does_not_take_the_anchors_of_the_one_it_pushes_back()
    {
        var before = Anchor(null, Numbered("1", "広場", S("現状と課題", "狭い。")));
        var after = Anchor(before, Numbered("1", "回廊", S("現状と課題", "暗い。")), Numbered("2", "広場", S("現状と課題", "狭い。")));
        Assert.Equal(before.Sections.Select(section => section.Anchor), after.Sections.Skip(2).Select(section => section.Anchor));
        Assert.Equal(4, after.Sections.Select(section => section.Anchor).Distinct().Count());
    }

    [Fact]
    public void A_new_chapter_does_not_take_the_anchor_of_a_chapter_named_like_its_section()
    {
        var before = Anchor(null, S("概要", "述べる。"));
        var after = Anchor(before, S("回廊", S("概要", "歩く。")), S("概要", "述べる。"));
        Assert.Equal(before.Sections[0].Anchor, after.Sections[2].Anchor);
    }

    [Fact]
    public void The_same_words_said_twice_get_two_anchors_and_keep_them_in_order()
    {
        var before = Anchor(null, S("一", "進める。", "間。", "進める。"));
        var after = Anchor(before, S("一", "進める。", "進める。"));
        Assert.NotEqual(before.Passages[0].Anchor, before.Passages[2].Anchor);
        Assert.Equal([before.Passages[0].Anchor, before.Passages[2].Anchor], after.Passages.Select(passage => passage.Anchor));
    }

    [Fact]
    public void An_anchor_of_the_version_before_never_passes_to_other_words()
    {
        // Someone else's anchor already has the name that these words would be given.
        var name = Anchor(null, S("一", "進める。")).Passages[0].Anchor;
        var before = new AnchoredPlan([new("s0", null, 0, 1, null, "一")], [new(name, "s0", 1, PassageKind.Paragraph, "別の文。", "別の文。")]);
        Assert.Equal(name + "-2", Anchor(before, S("一", "進める。")).Passages[0].Anchor);
    }

    [Fact]
    public void The_first_version_gives_the_same_anchors_wherever_it_is_read() =>
        Assert.Equal(Anchor(null, S("一", "甲")).Passages[0].Anchor, Anchor(null, S("二", "前", "甲")).Passages[1].Anchor);
}
