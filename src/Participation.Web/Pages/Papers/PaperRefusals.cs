using System.Globalization;
using Participation.Domain.Outcomes;

namespace Participation.Web.Pages.Papers;

/// <summary>
/// A paper is a link, and a link that can't be followed leads to a page that says why and offers the other forms. What it says comes
/// back in the address: only so much of it is read as the sentence needs.
/// </summary>
static class PaperRefusals
{
    const int CharactersAtMost = 20;

    static readonly string[] OneFigure = ["pdf-too-long"], Nothing = ["pdf-busy"], Characters = ["font-lacks", "cp932-lost"];

    /// <summary>Where the papers of a consultation are.</summary>
    public static string PageOf(string slug) => $"/consultations/{slug}/papers";

    /// <summary>The address that has the page say it; null for a refusal that is told elsewhere.</summary>
    public static string? AddressOf(string page, Refusal why) =>
        OneFigure.Contains(why.Code) || Nothing.Contains(why.Code) || Characters.Contains(why.Code)
            ? $"{page}?why={why.Code}&with={Uri.EscapeDataString(Convert.ToString(why.Values.FirstOrDefault(), CultureInfo.InvariantCulture) ?? "")}" : null;

    /// <returns>The figures or characters that the sentence names; null when it is none of ours.</returns>
    public static object[]? Read(string? code, string? with) =>
        Nothing.Contains(code) ? []
        : OneFigure.Contains(code) && int.TryParse(with, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? [figure]
        : Characters.Contains(code) && Each(with) is { } each ? [each]
        : null;

    /// <summary>Characters one by one, so that no sentence of somebody else's stands on our page.</summary>
    static string? Each(string? with)
    {
        var each = (with ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return each.Length > 0 && each.All(c => new StringInfo(c).LengthInTextElements is 1 && c.Length <= 4) ? string.Join(" ", each.Take(CharactersAtMost)) : null;
    }
}
