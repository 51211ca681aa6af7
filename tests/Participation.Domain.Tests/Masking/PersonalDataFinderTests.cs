using FsCheck;
using FsCheck.Fluent;
using Participation.Domain.Masking;

namespace Participation.Domain.Tests.Masking;

public sealed class PersonalDataFinderTests
{
    [Theory]
    [InlineData("返事は hanako.k@example.jp までお願いします。", PersonalDataKind.Email, "hanako.k@example.jp")]
    [InlineData("連絡先：ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ", PersonalDataKind.Email, "ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ")]
    [InlineData("電話は0193-22-1234です", PersonalDataKind.Telephone, "0193-22-1234")]
    [InlineData("TEL０１９３ー２２ー１２３４", PersonalDataKind.Telephone, "０１９３ー２２ー１２３４")]
    [InlineData("携帯 09012345678", PersonalDataKind.Telephone, "09012345678")]
    [InlineData("電話(0193)22-1234まで", PersonalDataKind.Telephone, "(0193)22-1234")]
    [InlineData("海外からは+81-90-1234-5678へ", PersonalDataKind.Telephone, "+81-90-1234-5678")]
    [InlineData("〒026-8686", PersonalDataKind.PostalCode, "〒026-8686")]
    [InlineData("郵便番号 ０２６－８６８６ です", PersonalDataKind.PostalCode, "０２６－８６８６")]
    [InlineData("岩手県釜石市大町3丁目2番1号に住んでいます", PersonalDataKind.Address, "岩手県釜石市大町3丁目2番1号")]
    [InlineData("釜石市大町三丁目二の一の者です", PersonalDataKind.Address, "釜石市大町三丁目二の一")]
    [InlineData("住所：大町の坂の上の青い家", PersonalDataKind.Address, "大町の坂の上の青い家")]
    [InlineData("氏名　：　大町　みどり\n意見：", PersonalDataKind.Name, "大町　みどり")]
    [InlineData("はじめまして、大町みどりの父の大町一郎と申します。", PersonalDataKind.Name, "大町一郎")]
    [InlineData("先日、佐々木さんから聞きました。", PersonalDataKind.Name, "佐々木")]
    [InlineData("よろしくお願いします。\r\n\r\n　菊池　花子\r\n", PersonalDataKind.Name, "菊池　花子")]
    [InlineData("名前：𠮷田𠮷子\n", PersonalDataKind.Name, "𠮷田𠮷子")]
    public void What_tells_who_somebody_is_is_offered(string text, PersonalDataKind kind, string expected)
    {
        var found = Assert.Single(PersonalDataFinder.In(text), f => f.Kind == kind);
        Assert.Equal(expected, text.Substring(found.Start, found.Length));
    }

    [Theory]
    [InlineData("市民の皆様のご意見をお待ちしています。")]
    [InlineData("令和7年12月25日から2026-01-23まで、30日間でした。")]
    [InlineData("予算は1,234,567円、人口は0.5ポイント減り、KPIは2030年に30%です。")]
    [InlineData("森林を守り、林道を直してください。")]
    [InlineData("")]
    public void What_tells_nobody_is_not(string text) => Assert.Empty(PersonalDataFinder.In(text));

    [Fact]
    public void Each_says_why_it_is_offered()
    {
        var found = PersonalDataFinder.In("氏名：大町みどり\n佐藤さんと話しました。\n港一郎と申します。\n鈴木 次郎");
        Assert.Equal([PersonalDataSign.Label, PersonalDataSign.Honorific, PersonalDataSign.Introduction, PersonalDataSign.Signature], found.Select(f => f.Sign));
    }

    [Fact]
    public void Whatever_the_text_is_the_offers_lie_in_it_apart_and_cut_no_character() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        Gen.Elements("佐", "藤", "さん", "氏名", "：", "0", "９", "-", "ー", "@", ".", "a", "市", "丁目", "三", "の", "𠮷", "\uD842", "\n", "　", "〒", "+81", "と申します").ArrayOf(80)
            .Select(string.Concat).ToArbitrary(), Sound));

    [Theory]
    [InlineData("a")]
    [InlineData("a.")]
    [InlineData("0-")]
    [InlineData("〒0")]
    [InlineData("市")]
    [InlineData("大町市3の")]
    [InlineData("佐藤")]
    [InlineData("氏名：")]
    [InlineData("\n　")]
    [InlineData("\uD842")]
    public void The_same_again_ten_thousand_characters_long_is_taken_as_it_comes(string again) =>
        Assert.True(Sound(string.Concat(Enumerable.Repeat(again, 10_000 / again.Length))));

    static bool Sound(string text)
    {
        var end = 0;
        foreach (var found in PersonalDataFinder.In(text))
        {
            if (found.Start < end || found.Length < 1 || found.End > text.Length || Halves(text, found.Start) || Halves(text, found.End)) return false;
            end = found.End;
        }
        return true;
    }

    static bool Halves(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
}
