using Participation.Web.Parts.Charts;

namespace Participation.Web.Pages.Figures;

/// <summary>One breakdown in words: the page's table and the CSV are both written from this, and so can't differ.</summary>
/// <param name="Name">Its part of the address: days, sections, channels, age-bands, districts.</param>
/// <param name="Lead">What is counted, and of how many.</param>
/// <param name="Headers">The first heads the labels, the rest the figures.</param>
public sealed record ResultSheet(
    string Name, string Title, string Lead, string Description, IReadOnlyList<string> Headers, IReadOnlyList<SheetRow> Rows, SheetRow Total)
{
    /// <summary>Bars lying down; null where days stand in a row.</summary>
    public IReadOnlyList<BarRow>? Bars { get; init; }

    public IReadOnlyList<DayChart.Day>? Days { get; init; }

    /// <summary>Said above the chart: which bar is whose.</summary>
    public bool Compares { get; init; }

    /// <summary>Who is missing among the senders, in a sentence.</summary>
    public string? Missing { get; init; }
}

/// <param name="Plain">The label as a program reads it, where that differs: 2025-12-25.</param>
public sealed record SheetRow(string Label, IReadOnlyList<Figure> Figures, string? Plain = null);

/// <summary>A figure as a reader and as a program reads it: 30,000 and 30000.</summary>
public readonly record struct Figure(string Words, string Plain)
{
    public static implicit operator Figure(string words) => new(words, words);
}
