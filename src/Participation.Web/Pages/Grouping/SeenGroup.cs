using System.Globalization;
using Participation.Application.Grouping;

namespace Participation.Web.Pages.Grouping;

/// <summary>A group and the version that a page showed, as one value of a form: 12-3.</summary>
static class SeenGroup
{
    public static string Value(int number, int version) => string.Create(CultureInfo.InvariantCulture, $"{number}-{version}");

    public static GroupSeen? Parse(string? value) =>
        value?.Split('-') is [var number, var version]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var v)
            ? new(n, v)
            : null;
}
