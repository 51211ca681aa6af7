using Participation.Domain.Search;

namespace Participation.Domain.Tests.Search;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("ＣＯＦＦＥＥ", "coffee")]
    [InlineData("コーヒー", "こーひー")]
    [InlineData("サーバー", "サーバ")]
    [InlineData("ｻｰﾊﾞｰ", "さーばー")]
    [InlineData("か\u3099", "が")]
    [InlineData("スケートリンク", "スケ-トリンク")]
    [InlineData("第１回", "第1回")]
    [InlineData("①", "1")]
    [InlineData("㍻", "平成")]
    [InlineData("釜ヶ崎", "釜ケ崎")]
    [InlineData("葛\U000E0100飾", "葛飾")]
    [InlineData("ドリンク・バー", "どりんくばー")]
    [InlineData("市民、参画", "市民　参画")]
    [InlineData("Éclair", "éclair")]
    public void One_is_found_by_the_other(string text, string query) => Assert.Equal(SearchText.Fold(text), SearchText.Fold(query));

    [Theory]
    [InlineData("か", "が")]
    [InlineData("市民参画", "市民 参画")]
    [InlineData("1-2", "12")]
    public void These_are_not_the_same(string one, string other) => Assert.NotEqual(SearchText.Fold(one), SearchText.Fold(other));

    [Theory]
    [InlineData("")]
    [InlineData("\uD83D")]
    [InlineData("☆★ 、。 \" * ( ) - :")]
    [InlineData("ーーー〜")]
    public void Where_there_is_no_word_there_is_nothing_to_fold(string text) => Assert.Equal("", SearchText.Fold(text).Replace("ー", "", StringComparison.Ordinal));

    [Fact]
    public void Every_folded_character_knows_its_place_in_the_original()
    {
        var text = SearchText.Of("　ｶﾞｰﾃﾞﾝを 𠮷野家へ");
        Assert.Equal("がでんを 𠮷野家へ", text.Folded);
        Assert.Equal((1, 3), text.Original(0, 1));
        Assert.Equal((9, 11), text.Original(text.Folded.IndexOf("𠮷", StringComparison.Ordinal), 2));
    }

    [Fact]
    public void Words_are_terms_and_quoted_words_are_one()
    {
        Assert.Equal(["市民", "さんか"], SearchTerms.Of("市民　サンカー 市民").All);
        Assert.Equal(["city plan", "new"], SearchTerms.Of("\"City  Plan\" new").All);
        Assert.Equal(["高台 移転"], SearchTerms.Of("「高台　移転」").All);
        Assert.Equal(["まち"], SearchTerms.Of("\"まち").All);
        Assert.Empty(SearchTerms.Of(new string('あ', 101)).All);
        Assert.Equal(SearchTerms.Most, SearchTerms.Of("1 2 3 4 5 6 7 8 9 a b").All.Count);
    }

    [Fact]
    public void A_snippet_marks_what_was_found_in_the_originals_spelling()
    {
        var parts = Snippet.Around("駅前のｻｰﾊﾞｰ室とサーバ", SearchTerms.Of("さーばー"));
        Assert.Equal(["ｻｰﾊﾞ", "サーバ"], parts.Where(p => p.Marked).Select(p => p.Text));
        Assert.Equal("駅前のｻｰﾊﾞｰ室とサーバ", string.Concat(parts.Select(p => p.Text)));
    }

    [Fact]
    public void A_snippet_of_a_long_text_shows_the_words_around_and_cuts_no_character()
    {
        var text = string.Concat(Enumerable.Repeat("👨‍👩‍👧🏘️", 200)) + "ここに港" + string.Concat(Enumerable.Repeat("👨‍👩‍👧", 200));
        var parts = Snippet.Around(text, SearchTerms.Of("港"));
        Assert.Equal("港", Assert.Single(parts, p => p.Marked).Text);
        Assert.Equal(("…", "…"), (parts[0].Text, parts[^1].Text));
        Assert.All(parts, p => Assert.False(char.IsLowSurrogate(p.Text[0]) || char.IsHighSurrogate(p.Text[^1])));
        Assert.True(parts.Sum(p => p.Text.Length) < 200);
    }
}
