using System.Globalization;
using System.Text.RegularExpressions;

namespace Participation.Web.Pages.Consultations;

/// <summary>The id of the input that a fault's field is about: <c>opinions[1].text</c> is <c>opinions-1-text</c>.</summary>
static partial class FieldIds
{
    public static string Of(string field) => NotAName().Replace(field, "-").Trim('-');

    /// <summary>Which opinion a field belongs to, as a reader counts.</summary>
    public static int NumberIn(string field) =>
        FirstNumber().Match(field) is { Success: true } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) + 1 : 1;

    [GeneratedRegex(@"[\[\].]+")]
    private static partial Regex NotAName();

    [GeneratedRegex(@"\d+")]
    private static partial Regex FirstNumber();
}
