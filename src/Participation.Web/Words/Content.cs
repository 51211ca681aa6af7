using System.Globalization;
using Participation.Domain.Wording;

namespace Participation.Web.Words;

/// <summary>What the city and its people write, whatever language the page around it is in.</summary>
public static class Content
{
    public const string Language = "ja";

    /// <summary>For lang attributes: the reader's language where a field is said in it, else the city's own.</summary>
    public static string LanguageOf(IReadOnlyList<Translation> translations, string field) =>
        Said(translations, field) is null ? Language : Languages.TextOf(Reader);

    /// <summary>A field in the reader's language, else as the city wrote it.</summary>
    public static string Text(IReadOnlyList<Translation> translations, string field, string original) => Said(translations, field) ?? original;

    static string? Said(IReadOnlyList<Translation> translations, string field) => translations.Find(Reader, field);

    static string Reader => Languages.CodeOf(CultureInfo.CurrentUICulture);
}
