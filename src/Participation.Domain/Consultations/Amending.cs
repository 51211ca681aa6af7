using Participation.Domain.Outcomes;

namespace Participation.Domain.Consultations;

/// <summary>
/// What may still be changed of an announced call. Until it opens: everything. While it is open nothing that would treat those
/// who wrote already otherwise than those who write tomorrow: time and ways are only added. Once closed, its words alone.
/// </summary>
public static class Amending
{
    /// <summary>The settings that would change, as the API spells them.</summary>
    public static IEnumerable<string> Changes(Consultation now, ConsultationSettings to)
    {
        if (to.Title.Trim() != now.Title) yield return "title";
        if (to.Summary != now.Summary) yield return "summary";
        if (to.Eligibility != now.Eligibility) yield return "eligibility";
        if (to.Office != now.Office) yield return "office";
        if (to.Window.Opens != now.Opens) yield return "opens";
        if (to.Window.Closes != now.Closes) yield return "closes";
        if (to.MinimumDays != now.MinimumDays) yield return "minimumDays";
        if ((to.ShorteningReason ?? "") != (now.ShorteningReason ?? "")) yield return "shorteningReason";
        if (!to.RequiredFields.SequenceEqual(now.RequiredFields)) yield return "requiredFields";
        if (!to.OptionalFields.SequenceEqual(now.OptionalFields)) yield return "optionalFields";
        if (!to.Channels.OrderBy(c => c.Channel).SequenceEqual(now.Channels.OrderBy(c => c.Channel))) yield return "channels";
        if (!to.AgeBands.SequenceEqual(now.AgeBands)) yield return "ageBands";
        if (!to.Districts.SequenceEqual(now.Districts)) yield return "districts";
        if (!to.ReflectionCodes.SequenceEqual(now.ReflectionCodes)) yield return "reflectionCodes";
    }

    /// <summary>Settings that are fixed once the first opinion may have come in by them.</summary>
    public static IReadOnlyList<string> FixedOnceOpen { get; } = ["opens", "minimumDays", "requiredFields", "optionalFields", "ageBands", "districts"];

    public static IEnumerable<Fault> Faults(Consultation now, ConsultationSettings to, string? reason, DateTimeOffset at)
    {
        var changes = Changes(now, to).ToList();
        if (now.StageAt(at) is Stage.Published)
        {
            foreach (var field in changes) yield return new(field, "amend-published");
            yield break;
        }
        if (at >= now.Opens)
        {
            foreach (var field in changes.Intersect(FixedOnceOpen)) yield return new(field, "amend-open");
            if (to.Window.Closes < now.Closes) yield return new("closes", "amend-shorter");
            if (now.Channels.Any(had => !Keeps(to, now, had))) yield return new("channels", "amend-channels");
        }
        if (at >= now.Closes && to.Window.Closes != now.Closes) yield return new("closes", "amend-closed");
        else if (to.Window.Closes <= at && to.Window.Closes != now.Closes) yield return new("closes", "window-past");
        if (to.Window != now.Window && string.IsNullOrWhiteSpace(reason)) yield return new("reason", "required");
    }

    /// <summary>Whether who could send by a channel still can, for as long at least.</summary>
    static bool Keeps(ConsultationSettings to, Consultation now, ChannelRule had) => to.Channels.Any(has =>
        has.Channel == had.Channel
        && (has.Rule == had.Rule || has.Rule is DeadlineRule.Postmark)
        && Last(has, now.Closes) >= Last(had, now.Closes));

    /// <summary>What was postmarked in time is waited for, where no last day is set.</summary>
    static DateTimeOffset Last(ChannelRule rule, DateTimeOffset closes) =>
        rule.Until ?? (rule.Rule is DeadlineRule.Postmark ? DateTimeOffset.MaxValue : closes);
}
