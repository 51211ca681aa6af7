using Participation.Domain.Boards;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Series;

/// <summary>What staff and participants write.</summary>
static class SeriesText
{
    /// <summary>Empty when nothing was written.</summary>
    public static Outcome<string> Optional(string? text, int atMost, string field) => string.IsNullOrWhiteSpace(text) ? "" : NoteText.Of(text, atMost, field);
}
