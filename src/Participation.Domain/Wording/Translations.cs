using Participation.Domain.Outcomes;

namespace Participation.Domain.Wording;

/// <summary>What holds for the translations of one thing.</summary>
public static class Translations
{
    /// <summary>What a city's own Japanese can be said again in.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "ja-easy"];

    public const int LengthAtMost = 20_000;

    /// <summary>Every fault, each under the translation it is in.</summary>
    /// <param name="originals">What can be said again, by field.</param>
    public static IEnumerable<Fault> Check(IReadOnlyList<Translation> translations, IReadOnlyDictionary<string, string> originals)
    {
        for (var i = 0; i < translations.Count; i++)
        {
            var said = translations[i];
            if (!Languages.Contains(said.Language)) yield return new($"translations[{i}].language", "translation-language", said.Language);
            else if (!originals.TryGetValue(said.Field, out var original)) yield return new($"translations[{i}].field", "translation-field", said.Field);
            else if (translations.Take(i).Any(t => t.Language == said.Language && t.Field == said.Field))
                yield return new($"translations[{i}].field", "translation-twice", said.Language, said.Field);
            else if (said.Text.Length > LengthAtMost) yield return new($"translations[{i}].text", "field-too-long", LengthAtMost);
            else
            {
                // A deadline that is lost in translation is a deadline missed.
                foreach (var missing in Places.In(original).Except(Places.In(said.Text))) yield return new($"translations[{i}].text", "place-missing", $"{{{missing}}}");
                foreach (var strange in Places.In(said.Text).Except(Places.In(original))) yield return new($"translations[{i}].text", "place-strange", $"{{{strange}}}");
            }
        }
    }

    /// <summary>The text in a language, or null.</summary>
    public static string? Find(this IReadOnlyList<Translation> translations, string language, string field) =>
        translations.FirstOrDefault(t => t.Language == language && t.Field == field)?.Text;

    /// <summary>Without what says nothing.</summary>
    public static IReadOnlyList<Translation> Trimmed(IEnumerable<Translation?> translations) =>
        [.. translations.OfType<Translation>().Select(t => t with { Text = t.Text?.Trim() ?? "" }).Where(t => t.Text.Length > 0)];
}
