using Participation.Domain.Eligibility;

namespace Participation.Domain.Tests.Eligibility;

public sealed class EligibilityTests
{
    static readonly DateTimeOffset Now = new(2026, 1, 5, 3, 0, 0, TimeSpan.Zero);
    static readonly byte[] Person = [1], Code = [2];

    [Theory]
    [InlineData("佐藤 花子", "佐藤花子", true)]
    [InlineData("佐藤　花子", "佐藤 花子", true)]
    [InlineData("Ｓａｔｏ Ｈａｎａ", "sato hana", true)]
    [InlineData("髙橋 花子", "高橋 花子", false)]
    [InlineData("佐藤 花子", "佐藤 華子", false)]
    public void A_name_is_the_same_however_it_is_typed_and_another_however_it_looks(string one, string other, bool same) =>
        Assert.Equal(same, new PersonalFacts(one, new(1986, 1, 11)).Person == new PersonalFacts(other, new(1986, 1, 11)).Person);

    [Fact]
    public void One_person_is_known_under_one_account_until_it_ends()
    {
        var first = Verification.Give(null, Person, "a", Verifier.Counter, 24, Now).Value;
        Assert.Equal("verified-elsewhere", Verification.Give(first, Person, "b", Verifier.Roll, 24, Now.AddMonths(23)).Why!.Code);
        Assert.False(Verification.Give(first, Person, "a", Verifier.Roll, 24, Now.AddMonths(23)).Refused);
        Assert.Equal("b", Verification.Give(first, Person, "b", Verifier.Roll, 24, Now.AddMonths(23 + 24)).Value.UserId);
    }

    [Fact]
    public void What_was_taken_back_holds_no_longer_and_is_not_taken_back_twice()
    {
        var given = Verification.Give(null, Person, "a", Verifier.Counter, 24, Now).Value;
        Assert.False(given.TakeBack(Now.AddDays(1)).Refused);
        Assert.False(given.HoldsAt(Now.AddDays(1)));
        Assert.Equal("verification-over", given.TakeBack(Now.AddDays(2)).Why!.Code);
    }

    [Fact]
    public void A_letter_forgets_whom_it_was_for_once_it_is_posted()
    {
        var letter = new PostedCode("a", Person, Code, "sealed", Now);
        Assert.False(letter.Post(Now).Refused);
        Assert.Null(letter.Letter);
        Assert.Equal("letter-posted", letter.Post(Now).Why!.Code);
    }

    [Fact]
    public void A_code_tried_too_often_is_worth_nothing_even_when_it_is_right_at_last()
    {
        var letter = new PostedCode("a", Person, Code, "sealed", Now);
        string[] answers = [.. Enumerable.Range(0, PostedCode.TriesAtMost).Select(_ => letter.Try([9], Now).Why!.Code)];
        Assert.Equal([.. Enumerable.Repeat("code-not-it", PostedCode.TriesAtMost - 1), "code-tries"], answers);
        Assert.Equal("code-tries", letter.Try(Code, Now).Why!.Code);
    }

    [Fact]
    public void A_code_is_good_for_thirty_days_from_its_posting_and_once()
    {
        var letter = new PostedCode("a", Person, Code, "sealed", Now);
        letter.Post(Now.AddDays(20));
        Assert.False(letter.Try(Code, Now.AddDays(49)).Refused);
        Assert.Equal("code-over", letter.Try(Code, Now.AddDays(49)).Why!.Code);
        var old = new PostedCode("a", Person, Code, "sealed", Now);
        Assert.Equal("code-over", old.Try(Code, Now.AddDays(30)).Why!.Code);
    }
}
