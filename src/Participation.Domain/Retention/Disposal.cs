using System.Text.Json;
using Participation.Domain.Consultations;

namespace Participation.Domain.Retention;

/// <summary>
/// 個人情報の消去: that the names and addresses of a consultation's senders were removed, by which rule and when. Their words,
/// receipts and counts stay. The tables let no contact go whose consultation has none of these.
/// </summary>
public sealed class Disposal : Aggregate
{
    /// <summary>Fifty years.</summary>
    public const int MonthsAtMost = 600;

    Disposal() { }

    public Guid Id { get; private set; }
    public int ConsultationId { get; private set; }

    /// <summary>The rule as it stood then: how many months after publication, or after the close of what was not published, senders were kept.</summary>
    public int Months { get; private set; }

    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>When the latest were removed.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>How many senders so far.</summary>
    public int Removed { get; private set; }

    /// <summary>
    /// The first instant at which its senders are kept no longer. It counts from the publication of the results; what was never
    /// published counts from its close, so that nobody is kept for ever because a case was left lying.
    /// </summary>
    /// <param name="siteMonths">The site's rule, for a consultation that has none of its own.</param>
    public static DateTimeOffset EndOf(Consultation consultation, int siteMonths)
    {
        var (from, months) = (consultation.PublishedAt ?? consultation.Closes, MonthsOf(consultation, siteMonths));
        return DateTimeOffset.MaxValue.AddMonths(-months) > from ? from.AddMonths(months) : DateTimeOffset.MaxValue;
    }

    public static int MonthsOf(Consultation consultation, int siteMonths) => consultation.SenderMonths ?? siteMonths;

    /// <summary>Decides it; null while the time is not yet over.</summary>
    public static Disposal? Begin(Consultation consultation, int siteMonths, DateTimeOffset now)
    {
        if (now < EndOf(consultation, siteMonths)) return null;
        var months = MonthsOf(consultation, siteMonths);
        var disposal = new Disposal { Id = Guid.CreateVersion7(now), ConsultationId = consultation.Id, Months = months, BegunAt = now };
        disposal.Log("senders.disposal-begun", consultation.Stream, JsonSerializer.Serialize(new { months }));
        return disposal;
    }

    /// <summary>Notes scans of paper that go in the same commit.</summary>
    public void NoteScans(int removed, Consultation consultation) => Log("scans.disposed", consultation.Stream, JsonSerializer.Serialize(new { removed, months = Months }));

    /// <summary>Notes senders that go in the same commit.</summary>
    public void Note(int removed, Consultation consultation, DateTimeOffset now)
    {
        Removed += removed;
        RemovedAt = now;
        Log("senders.disposed", consultation.Stream, JsonSerializer.Serialize(new { removed, months = Months }));
    }
}
