using Participation.Domain.Moderation;

namespace Participation.Domain.Tests.Moderation;

public sealed class SpamSignsTests
{
    [Theory]
    [InlineData("反対")]
    [InlineData("反対！！！！！！！！！！")]
    [InlineData("資料は https://example.jp/a と https://example.jp/b にあります。")]
    [InlineData("一、道を広く\n――――――――――――――――――――――――――――――――――――――――\n二、木を植える")]
    [InlineData("良い計画だと思います。（´・ω・｀）")]
    [InlineData("I like the plan.")]
    [InlineData("👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽")]
    public void What_people_write_is_shown_at_once(string text) => Assert.False(SpamSigns.In(text));

    [Theory]
    [InlineData("http://a.example http://b.example www.c.example")]
    [InlineData("★☆★☆★☆★☆★☆★☆★☆★☆★☆★☆★☆ 当選")]
    public void What_looks_like_spam_is_held(string text) => Assert.True(SpamSigns.In(text));
}
