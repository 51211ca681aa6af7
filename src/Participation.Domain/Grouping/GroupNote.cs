using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Grouping;

/// <summary>A note among staff on a group (申し送り): for colleagues alone, and only ever added to.</summary>
public sealed class GroupNote
{
    public const int WordsAtMost = 2000;

    GroupNote() { }

    public Guid Id { get; private set; }
    public Guid GroupId { get; private set; }

    /// <summary>The account that wrote it.</summary>
    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
    public string Words { get; private set; } = "";

    internal static Outcome<GroupNote> Of(Guid group, string? words, string by, DateTimeOffset now)
    {
        var plain = (words ?? "").ReplaceLineEndings("\n").Trim();
        if (plain.Length is 0) return Refusal.Invalid("words", "required");
        if (plain.Length > WordsAtMost) return Refusal.Invalid("words", "field-too-long", WordsAtMost);
        if (!PlainText.IsClean(plain)) return Refusal.Invalid("words", "control-characters");
        return new GroupNote { Id = Guid.CreateVersion7(now), GroupId = group, By = by, At = now, Words = plain };
    }
}
