using Participation.Domain.Wording;

namespace Participation.Web.Pages.Staff;

/// <summary>What staff type in other languages: a row for each thing that can be said, in each language.</summary>
public sealed class TranslationForm
{
    public List<Row> Rows { get; set; } = [];

    public sealed class Row
    {
        public string? Language { get; set; }
        public string? Field { get; set; }
        public string? Text { get; set; }
    }

    /// <summary>A row for every field and language, with what is said already.</summary>
    public static TranslationForm Of(IEnumerable<string> fields, IReadOnlyList<Translation> said) => new()
    {
        Rows = [.. fields.SelectMany(field => Translations.Languages.Select(language =>
            new Row { Language = language, Field = field, Text = said.Find(language, field) }))],
    };

    public IReadOnlyList<Translation> ToTranslations() => [.. Rows.Select(r => new Translation(r.Language ?? "", r.Field ?? "", r.Text ?? ""))];

    public int IndexOf(string field, string language) => Rows.FindIndex(r => r.Field == field && r.Language == language);
}
