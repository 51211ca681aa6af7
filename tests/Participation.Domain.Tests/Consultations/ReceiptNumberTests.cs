using Participation.Domain.Consultations;

namespace Participation.Domain.Tests.Consultations;

public class ReceiptNumberTests
{
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public void Any_one_wrong_character_is_found_out()
    {
        for (var tries = 0; tries < 20; tries++)
        {
            var number = ReceiptNumber.New().Value;
            for (var place = 0; place < number.Length; place++)
            {
                if (number[place] is '-') continue;
                foreach (var wrong in Alphabet.Where(c => c != number[place]))
                    Assert.False(ReceiptNumber.TryParse($"{number[..place]}{wrong}{number[(place + 1)..]}", out _));
            }
        }
    }

    [Fact]
    public void It_is_read_however_it_was_copied()
    {
        var number = ReceiptNumber.New();
        var plain = number.Value.Replace("-", "", StringComparison.Ordinal);
        var wide = string.Concat(plain.Select(c => (char)(c + 0xFEE0)));
        foreach (var copy in new[] { plain, plain.ToLowerInvariant(), $" {number} ", wide, plain.Replace('0', 'O').Replace('1', 'l') })
        {
            Assert.True(ReceiptNumber.TryParse(copy, out var read), copy);
            Assert.Equal(number, read);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("K7MQ-3XPD")]
    [InlineData("K7MQ-3XPD-92WT-0000")]
    [InlineData("受付番号です、これは")]
    public void What_is_none_is_not_read(string? text) => Assert.False(ReceiptNumber.TryParse(text, out _));

    [Fact]
    public void No_two_are_alike() => Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(_ => ReceiptNumber.New()).Distinct().Count());
}
