using System.Globalization;

namespace Participation.Web.Words;

/// <summary>The languages of the pages. やさしい日本語 is a way to write Japanese: its culture's language is still ja, as its pages' is.</summary>
public static class Languages
{
    public const string Easy = "ja-easy";

    /// <summary>What a reader can choose, each by its own name.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> Choices = [("ja", "日本語"), (Easy, "やさしい日本語"), ("en", "English")];

    /// <summary>The choice that a culture stands for; en-GB is en.</summary>
    public static string CodeOf(CultureInfo culture) => IsEasy(culture) ? Easy : culture.TwoLetterISOLanguageName;

    // The culture's own spelling is ja-Easy: four letters in that place are a script.
    public static bool IsEasy(CultureInfo culture) => string.Equals(culture.Name, Easy, StringComparison.OrdinalIgnoreCase);

    /// <summary>The language of the text, for lang attributes: no browser or screen reader knows of ja-easy.</summary>
    public static string TextOf(string code) => code is Easy ? "ja" : code;
}
