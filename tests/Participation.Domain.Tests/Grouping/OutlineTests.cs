using Participation.Domain.Grouping;

namespace Participation.Domain.Tests.Grouping;

public sealed class OutlineTests
{
    static readonly OutlinedText[] Texts =
    [
        new("s1", "市営バスの本数を減らさないでください。"),
        new("s1", "市営バスの本数がこれ以上減ると困ります。"),
        new("s1", "夜の通学路に街灯を増やしてください。"),
        new("s1", "街灯が少なくて通学路が暗いです。"),
        new("s1", "とてもよいとおもいます。"),
        new("s2", "図書館の開館時間を延ばしてください。"),
        new(null, "案に賛成です。"),
    ];

    [Fact]
    public void Sections_stand_as_they_come_and_subjects_under_them_in_words_of_the_texts()
    {
        var outline = Outline.Suggest(Texts);
        Assert.Equal(["s1", "s2", null], outline.Select(s => s.Section));
        var first = outline[0].Subjects;
        Assert.Contains(first, s => s.Title is "市営バス" or "バスの本数" && s.Texts.SequenceEqual([0, 1]));
        Assert.Contains(first, s => s.Title is "街灯" or "通学路" && s.Texts.SequenceEqual([2, 3]));
        Assert.Contains(first, s => s.Title is null && s.Texts.SequenceEqual([4]));
    }

    [Fact]
    public void Every_text_stands_once() =>
        Assert.Equal(Enumerable.Range(0, Texts.Length), Outline.Suggest(Texts).SelectMany(s => s.Subjects).SelectMany(s => s.Texts).Order());

    [Fact]
    public void One_text_more_leaves_the_subjects_that_stand()
    {
        var before = Outline.Suggest(Texts)[0].Subjects.Select(s => s.Title).ToList();
        var after = Outline.Suggest([.. Texts, new("s1", "広場に屋根をかけてください。")])[0].Subjects.Select(s => s.Title).ToList();
        Assert.Equal(before, after);
    }

    [Fact]
    public void Nothing_has_an_empty_outline() => Assert.Empty(Outline.Suggest([]));

    [Fact]
    public void Marks_and_halves_of_characters_have_no_title() =>
        Assert.Null(Assert.Single(Assert.Single(Outline.Suggest([new("s", "……"), new("s", "\uD842")])).Subjects).Title);
}
