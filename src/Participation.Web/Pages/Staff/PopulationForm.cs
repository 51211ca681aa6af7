using System.Globalization;
using System.Text;
using Participation.Application.Consultations;
using Participation.Domain.Consultations;

namespace Participation.Web.Pages.Staff;

/// <summary>What staff type: figures in the order of the consultation's choices, with or without thousands' marks, in either width.</summary>
public sealed class PopulationForm
{
    public string? Source { get; set; }
    public List<string?> Age { get; set; } = [];
    public List<string?> District { get; set; } = [];

    public GivePopulation ToRequest(string slug, ConsultationView consultation)
    {
        // As a table, so that what is no number is refused by name like a row of a file.
        var csv = new StringBuilder("kind,name,people\n");
        Add(csv, "ageBand", consultation.AgeBands, Age);
        Add(csv, "district", consultation.Districts, District);
        return new() { Slug = slug, Source = Source, Csv = Encoding.UTF8.GetBytes(csv.ToString()) };
    }

    static void Add(StringBuilder csv, string kind, IReadOnlyList<string> choices, List<string?> given)
    {
        foreach (var (choice, i) in choices.Select((c, i) => (c, i)))
            if (i < given.Count && given[i]?.Trim().Normalize(NormalizationForm.FormKC) is { Length: > 0 } people)
                csv.Append(CultureInfo.InvariantCulture, $"{kind},{Quoted(choice)},{Quoted(people)}\n");
    }

    static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
