using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Grouping;

/// <summary>A note among staff on a group (申し送り): for colleagues alone, and only ever added to.</summary>
public sealed class GroupNote
{
    public const int WordsAtMost = StaffWords.AtMost;

    GroupNote() { }

    public Guid Id { get; private set; }
    public Guid GroupId { get; private set; }

    /// <summary>The account that wrote it.</summary>
    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
    public string Words { get; private set; } = "";

    internal static Outcome<GroupNote> Of(Guid group, string? words, string by, DateTimeOffset now)
    {
        var plain = StaffWords.Of((words ?? "").ReplaceLineEndings("\n"));
        return plain.Refused ? plain.Why : new GroupNote { Id = Guid.CreateVersion7(now), GroupId = group, By = by, At = now, Words = plain.Value };
    }
}
