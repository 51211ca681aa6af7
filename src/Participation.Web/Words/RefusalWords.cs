using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Participation.Web.Words;

/// <summary>The words for refusals, by code (RefusalWords.resx and its kin).</summary>
public sealed class RefusalWords;

static class RefusalWordsExtensions
{
    /// <summary>The sentence for a code; figures and days are written the reader's way.</summary>
    public static string Of(this IStringLocalizer<RefusalWords> words, string code, params object[] values) =>
        words[code, [.. values.Select(v => v is DateTimeOffset at ? Moments.Words(at, CultureInfo.CurrentUICulture) : v)]];
}
