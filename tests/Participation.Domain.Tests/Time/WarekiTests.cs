using Participation.Domain.Time;

namespace Participation.Domain.Tests.Time;

public class WarekiTests
{
    [Theory]
    [InlineData(2025, 12, 25, "令和7年12月25日（木）")]
    [InlineData(2019, 4, 30, "平成31年4月30日（火）")]
    [InlineData(2019, 5, 1, "令和元年5月1日（水）")]
    [InlineData(1989, 1, 7, "昭和64年1月7日（土）")]
    [InlineData(1986, 1, 11, "昭和61年1月11日（土）")]
    public void A_day_is_written_in_its_era(int year, int month, int day, string words) =>
        Assert.Equal(words, Wareki.Format(new DateOnly(year, month, day)));

    [Theory]
    [InlineData(2026, 1, 23, "令和7年度")]
    [InlineData(2026, 4, 1, "令和8年度")]
    [InlineData(2019, 4, 1, "平成31年度")]
    public void A_fiscal_year_runs_from_April_to_March(int year, int month, int day, string words) =>
        Assert.Equal(words, Wareki.FormatFiscalYear(new DateOnly(year, month, day)));

    [Theory]
    [InlineData("S61.1.11", 1986, 1, 11)]
    [InlineData("H31. 4. 1", 2019, 4, 1)]
    [InlineData("R6.4.1", 2024, 4, 1)]
    [InlineData("令和元年5月1日", 2019, 5, 1)]
    [InlineData("Ｒ７．１２．２５", 2025, 12, 25)]
    [InlineData("2025-12-25", 2025, 12, 25)]
    public void A_written_day_is_read(string text, int year, int month, int day)
    {
        Assert.True(Wareki.TryParse(text, out var read));
        Assert.Equal(new DateOnly(year, month, day), read);
    }

    [Theory]
    [InlineData("H33.1.1")]
    [InlineData("R7.2.30")]
    [InlineData("R7.13.1")]
    [InlineData("X1.1.1")]
    [InlineData("")]
    public void An_impossible_day_is_not(string text) => Assert.False(Wareki.TryParse(text, out _));
}
