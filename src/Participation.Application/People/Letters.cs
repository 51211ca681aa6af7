using System.Collections.Frozen;
using System.Globalization;
using Participation.Domain.Sites;

namespace Participation.Application.People;

/// <summary>The letters of Letters/*.txt, each with its subject in the first line, in the language of whoever asked.</summary>
static class Letters
{
    const string Mark = "== ";

    static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Languages =
        new[] { "ja", "ja-easy", "en" }.ToFrozenDictionary(language => language, Read, StringComparer.OrdinalIgnoreCase);

    /// <summary>Ours, where the city has given no name.</summary>
    public static string SiteName => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" ? "Voices of the town" : "まちの声";

    /// <summary>What the city calls the site, in the reader's language.</summary>
    public static string NameOf(SiteSettings settings) =>
        (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" ? settings.NameEnglish ?? settings.Name : settings.Name) ?? SiteName;

    /// <param name="values">The site's name, then links.</param>
    public static (string Subject, string Body) Write(string name, IReadOnlyList<string> values)
    {
        var lines = Text(name, values).Split('\n', 2);
        return (lines[0].Trim(), lines[1].Trim() + "\n");
    }

    /// <summary>A sentence that letters hold.</summary>
    public static string Line(string name, IReadOnlyList<string> values) => Text(name, values).Trim();

    static string Text(string name, IReadOnlyList<string> values)
    {
        var culture = CultureInfo.CurrentUICulture;
        var letters = Languages.GetValueOrDefault(culture.Name) ?? Languages.GetValueOrDefault(culture.TwoLetterISOLanguageName) ?? Languages["ja"];
        return string.Format(CultureInfo.InvariantCulture, letters[name], [.. values]);
    }

    static FrozenDictionary<string, string> Read(string language)
    {
        using var file = typeof(Letters).Assembly.GetManifestResourceStream($"letters/{language}.txt")!;
        using var reader = new StreamReader(file);
        return ("\n" + reader.ReadToEnd()).Split($"\n{Mark}", StringSplitOptions.RemoveEmptyEntries)
            .Select(letter => letter.Split('\n', 2)).ToFrozenDictionary(parts => parts[0].Trim(), parts => parts[1]);
    }
}
