namespace Participation.Documents.Reports;

/// <summary>A title names a case and, behind a wide space, the paper: 後期基本計画　意見募集の結果（案）.</summary>
static class TitleLines
{
    const char Between = '\u3000';

    /// <param name="room">How many full-width characters a line holds.</param>
    public static IReadOnlyList<string> Of(string title, double room)
    {
        var at = title.LastIndexOf(Between);
        return at < 0 || title.Sum(c => char.IsAscii(c) ? 0.6 : 1) <= room ? [title] : [title[..at], title[(at + 1)..]];
    }
}
