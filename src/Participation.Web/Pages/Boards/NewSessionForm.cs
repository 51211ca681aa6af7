using Microsoft.Extensions.Localization;
using Participation.Application.Boards;
using Participation.Domain.Boards;
using Participation.Web.Words;

namespace Participation.Web.Pages.Boards;

/// <summary>What a facilitator types of a new session.</summary>
public sealed class NewSessionForm
{
    public string? Key { get; set; }
    public string? Title { get; set; }
    public string? Space { get; set; }

    /// <summary>One question on each line: a board for each.</summary>
    public string? Questions { get; set; }

    public BoardTemplate Template { get; set; }

    /// <summary>One on each line, in place of the template's.</summary>
    public string? Columns { get; set; }

    /// <summary>A template of one's own, in place of a ready-made one.</summary>
    public int? Saved { get; set; }

    /// <summary>The name under which the columns are kept for the next time.</summary>
    public string? SaveAs { get; set; }

    public bool Named { get; set; }
    public bool Hidden { get; set; }
    public string? Tables { get; set; }
    public int SeatsPerTable { get; set; }
    public int Dots { get; set; } = 3;

    /// <param name="saved">The columns of the template that was chosen; none for a ready-made one.</param>
    public OpenSession ToRequest(IStringLocalizer<PageWords> words, IReadOnlyList<string> saved)
    {
        List<string> own = Lines(Columns) is { Count: > 0 } typed ? typed : [.. saved];
        List<string> columns = own.Count > 0 ? own : [.. Enumerable.Range(0, Template.ColumnsOf()).Select(i => words[$"Template.{Template}.{i}"].Value)];
        return new(new(
            Title ?? "", string.IsNullOrEmpty(Space) ? null : Space, !Named, Hidden,
            [.. Lines(Questions).Select(question => new BoardSettings(question, own.Count > 0 && Template is BoardTemplate.Matrix && own.Count != 4 ? BoardTemplate.Kpt : Template, columns))],
            Lines(Tables), SeatsPerTable, Dots)) { Key = Key };
    }

    static List<string> Lines(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
