using Participation.Domain.Consultations;

namespace Participation.Domain.Tests.Consultations;

public class TextTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("が", 1)]
    [InlineData("か\u3099", 1)]
    [InlineData("𠮷野家", 3)]
    [InlineData("👨‍👩‍👧", 1)]
    [InlineData("🇯🇵", 1)]
    [InlineData("一行目\n二行目", 7)]
    public void Characters_are_counted_as_a_reader_counts(string text, int count) => Assert.Equal(count, TextLength.Count(text));

    [Fact]
    public void The_limit_is_met_and_not_passed()
    {
        Assert.False(TextLength.Exceeds(string.Concat(Enumerable.Repeat("か\u3099", 10)), 10));
        Assert.True(TextLength.Exceeds(string.Concat(Enumerable.Repeat("か\u3099", 11)), 10));
    }

    [Fact]
    public void A_tower_of_accents_is_too_long_though_it_is_one_character() =>
        Assert.True(TextLength.Exceeds("a" + new string('\u0301', 100), 10));

    [Theory]
    [InlineData("ふつうの文\nと\tタブ\r\n", true)]
    [InlineData("𠮷", true)]
    [InlineData("ヌル\0文字", false)]
    [InlineData("ベル\a", false)]
    public void Control_characters_are_found(string text, bool clean) => Assert.Equal(clean, PlainText.IsClean(text));

    [Fact]
    public void Half_a_character_is_found()
    {
        Assert.False(PlainText.IsClean("\uD842"));
        Assert.False(PlainText.IsClean("\uDFB7あ"));
        Assert.False(PlainText.IsClean("\uD842あ"));
    }
}
