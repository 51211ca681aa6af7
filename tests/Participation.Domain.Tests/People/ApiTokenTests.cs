using Participation.Domain.People;

namespace Participation.Domain.Tests.People;

public sealed class ApiTokenTests
{
    static readonly DateTimeOffset Now = new(2026, 1, 5, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Only_the_hash_of_a_token_is_kept()
    {
        var (row, token) = ApiToken.Issue("u", "集計", TokenScope.Read, 30, Now).Value;
        Assert.Equal(ApiToken.HashOf(token), row.Hash);
        Assert.NotEqual(token, ApiToken.Issue("u", "集計", TokenScope.Read, 30, Now).Value.Token);
        Assert.DoesNotContain(row.Acts, act => act.Detail.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_over_at_its_last_instant_or_when_it_is_revoked()
    {
        var row = ApiToken.Issue("u", "集計", TokenScope.Read, 30, Now).Value.Row;
        Assert.False(row.IsOverAt(Now.AddDays(30).AddTicks(-1)));
        Assert.True(row.IsOverAt(Now.AddDays(30)));
        row.Revoke(Now.AddDays(1));
        row.Revoke(Now.AddDays(2));
        Assert.True(row.IsOverAt(Now.AddDays(1)));
        Assert.Equal(Now.AddDays(1), row.RevokedAt);
        Assert.Equal(["token.issued", "token.revoked"], row.Acts.Select(a => a.Name));
    }

    [Theory]
    [InlineData("", 30, "required")]
    [InlineData("集計", 0, "token-days")]
    [InlineData("集計", 367, "token-days")]
    public void A_token_has_a_name_and_an_end(string name, int days, string code) =>
        Assert.Equal(code, ApiToken.Issue("u", name, TokenScope.Read, days, Now).Why!.Code);
}
