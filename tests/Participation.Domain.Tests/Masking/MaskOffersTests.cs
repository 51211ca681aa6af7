using Participation.Domain.Ledger;
using Participation.Domain.Masking;

namespace Participation.Domain.Tests.Masking;

public sealed class MaskOffersTests
{
    const string Text = "大町に住む菊池花子と申します。電話は0193-55-0101です。菊池花子の意見として、歩道を広げてください。\n連絡先：hanako@example.jp";

    [Fact]
    public void A_name_a_telephone_and_an_address_are_offered_each_once_with_every_place_where_they_stand()
    {
        var offers = MaskOffers.In(Text, []);
        Assert.Contains(offers, o => o is { Kind: PersonalDataKind.Telephone, Words: "0193-55-0101" });
        Assert.Contains(offers, o => o is { Kind: PersonalDataKind.Email, Words: "hanako@example.jp" });
        var name = Assert.Single(offers, o => o.Kind is PersonalDataKind.Name);
        Assert.Equal(2, name.Stretches.Count);
        Assert.All(name.Stretches, s => Assert.Equal(name.Words, s.In(Text)));
        Assert.DoesNotContain(name.Words, TextStretches.Hide(Text, name.Stretches), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_masked_already_is_not_offered_again()
    {
        var all = MaskOffers.In(Text, []).SelectMany(o => o.Stretches).ToList();
        Assert.Empty(MaskOffers.In(Text, TextStretches.Joined(all)));
        var masked = all[0];
        Assert.DoesNotContain(MaskOffers.In(Text, [masked]).SelectMany(o => o.Stretches), s => s == masked);
    }

    [Fact]
    public void A_short_family_name_is_offered_only_where_it_was_found()
    {
        const string text = "林さんの話では、林の手入れが足りないそうです。";
        Assert.All(MaskOffers.In(text, []).SelectMany(o => o.Stretches), s => Assert.Equal(0, s.Start));
    }

    [Fact]
    public void Offers_never_overlap_and_fit_the_text()
    {
        var all = MaskOffers.In(Text, []).SelectMany(o => o.Stretches).ToList();
        Assert.All(all, s => Assert.True(s.Fits(Text)));
        Assert.All(all, s => Assert.DoesNotContain(all, other => other != s && other.Overlaps(s)));
    }

    [Fact]
    public void Nothing_is_offered_in_a_text_that_tells_nothing() => Assert.Empty(MaskOffers.In("歩道を広げてください。", []));
}
