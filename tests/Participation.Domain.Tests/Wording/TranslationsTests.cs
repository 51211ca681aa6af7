using Participation.Domain.Wording;

namespace Participation.Domain.Tests.Wording;

public sealed class TranslationsTests
{
    static readonly Dictionary<string, string> Originals = new() { ["title"] = "案", ["summary"] = "{closes}まで、{opens}から" };

    [Fact]
    public void A_translation_that_lost_the_deadline_is_refused_by_its_name() =>
        Assert.Equal(["translations[0].text place-missing {closes}"], Faults(new Translation("en", "summary", "From {opens}")));

    [Fact]
    public void A_translation_that_made_up_a_place_is_refused_by_its_name() =>
        Assert.Equal(["translations[0].text place-strange {days}"], Faults(new Translation("en", "summary", "From {opens} to {closes}, {days} days")));

    [Fact]
    public void Places_may_stand_in_another_order_and_other_braces_are_text() =>
        Assert.Empty(Faults(new Translation("en", "summary", "{opens} – {closes} {sic}")));

    [Theory]
    [InlineData("fr", "title", "translation-language fr")]
    [InlineData("en", "slug", "translation-field slug")]
    public void A_strange_language_or_field_is_refused_by_its_name(string language, string field, string expected) =>
        Assert.EndsWith(expected, Assert.Single(Faults(new Translation(language, field, "x"))), StringComparison.Ordinal);

    [Fact]
    public void The_same_is_not_said_twice() =>
        Assert.Equal(["translations[1].field translation-twice en title"], Faults(new("en", "title", "a"), new("ja-easy", "title", "b"))
            .Concat(Faults(new("en", "title", "a"), new("en", "title", "b"))));

    [Fact]
    public void A_text_without_end_is_refused() =>
        Assert.Equal([$"translations[0].text field-too-long {Translations.LengthAtMost}"], Faults(new Translation("en", "title", new('x', Translations.LengthAtMost + 1))));

    static IEnumerable<string> Faults(params Translation[] said) =>
        Translations.Check(said, Originals).Select(f => $"{f.Field} {f.Code} {string.Join(' ', f.Values)}");
}
