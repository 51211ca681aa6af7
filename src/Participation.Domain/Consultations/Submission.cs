using System.Text.Json;
using Participation.Domain.Ledger;
using Participation.Domain.Live;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Consultations;

/// <summary>提出: one sender's act, by one channel, with one receipt and one or more opinions.</summary>
public sealed partial class Submission : Aggregate
{
    readonly List<Opinion> opinions = [];

    Submission() { }

    public Guid Id { get; private set; }
    public int ConsultationId { get; private set; }
    public ReceiptNumber Number { get; private set; }

    /// <summary>SHA-256 of the receipt's secret; the secret itself is only on the receipt.</summary>
    public byte[] SecretHash { get; private set; } = [];

    /// <summary>Sequence of its first opinion.</summary>
    public long Sequence { get; private set; }

    public Channel Channel { get; private set; }
    public DateTimeOffset ReceivedAt { get; private set; }
    public DateOnly? ReceivedOn { get; private set; }
    public DateOnly? PostmarkedOn { get; private set; }
    public SubmissionStatus Status { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? AgeBand { get; private set; }
    public string? District { get; private set; }

    /// <summary>The member of staff who keyed it in; null when the sender did it.</summary>
    public string? KeyedBy { get; private set; }

    /// <summary>SHA-256 of the sheet that it was taken in with, in hex; null when it came alone.</summary>
    public string? Sheet { get; private set; }

    /// <summary>Kept apart from the rest, so that what the public reads never touches it; null when nothing was stated.</summary>
    public Contact? Contact { get; private set; }

    public IReadOnlyList<Opinion> Opinions => opinions;

    /// <summary>Receives a submission in a consultation; judged by <see cref="Deadline"/> and <see cref="SubmissionRules"/> before.</summary>
    /// <param name="kept">What the sender states of themselves, sealed; null when that is nothing.</param>
    public static Submission Receive(
        Consultation consultation, ReceiptNumber number, byte[] secretHash, Arrival arrival, SubmissionStatus status,
        Sender sender, IEnumerable<(OpinionDraft Draft, string? Section)> drafts, string? keyedBy, SealedSender? kept = null, string? sheet = null)
    {
        if (sender.StatesWho() != kept is not null) throw new ArgumentException("Who sent it is kept sealed or not at all.", nameof(kept));
        var submission = new Submission
        {
            Id = Guid.CreateVersion7(arrival.At), ConsultationId = consultation.Id, Number = number, SecretHash = secretHash,
            Channel = arrival.Channel, ReceivedAt = arrival.At, ReceivedOn = arrival.ReceivedOn, PostmarkedOn = arrival.PostmarkedOn,
            Status = status, AgeBand = sender.AgeBand, District = sender.District, KeyedBy = keyedBy, Sheet = sheet,
        };
        foreach (var (draft, section) in drafts)
            submission.opinions.Add(new Opinion(submission, draft, submission.opinions.Count + 1, section));
        if (kept is not null) submission.Contact = new(submission.Id, kept);
        // On behalf of somebody is an act of its own: who keyed it in, and for which submission, whose contact says for whom.
        if (keyedBy is null) submission.Log("submission.received", submission.Subject);
        else submission.Log("submission.keyed-on-behalf", submission.Subject, JsonSerializer.Serialize(new { by = keyedBy, channel = JsonNamingPolicy.CamelCase.ConvertName(arrival.Channel.ToString()) }));
        // One event for each opinion, in their order: an opinion's sequence is its event's.
        foreach (var opinion in submission.opinions) submission.Tell(consultation.Stream, opinion.ArrivalKind, opinion.ArrivalData());
        submission.Count(Tallying.Of(submission, +1));
        submission.Count(LedgerCounts.Of(submission, +1));
        return submission;
    }

    public bool CanWithdraw(Consultation consultation, DateTimeOffset now) =>
        Status is not SubmissionStatus.Withdrawn && now < consultation.Closes;

    /// <summary>取下げ by the sender, before the close. The original words stay; they are no longer shown nor counted.</summary>
    public Outcome<Done> Withdraw(Consultation consultation, DateTimeOffset now)
    {
        if (Status is SubmissionStatus.Withdrawn) return Refusal.Conflict("already-withdrawn");
        if (!CanWithdraw(consultation, now)) return Refusal.Conflict("closed", consultation.Closes);
        var shown = opinions.Where(o => o.Status is SubmissionStatus.Accepted or SubmissionStatus.Late).ToList();
        Recount(() =>
        {
            Status = SubmissionStatus.Withdrawn;
            WithdrawnAt = now;
            foreach (var opinion in opinions) opinion.Withdraw();
        });
        Log("submission.withdrawn", Subject);
        Tell(consultation.Stream, Kinds.SubmissionWithdrawn, Naming(shown));
        return Done.It;
    }

    /// <summary>Called by the intake, which alone gives sequences; a submission's are consecutive.</summary>
    public void PlaceFrom(long first)
    {
        Sequence = first;
        foreach (var opinion in opinions) opinion.PlaceAt(first++);
    }

    void Recount(Action change)
    {
        Count(Tallying.Of(this, -1));
        Count(LedgerCounts.Of(this, -1));
        change();
        Count(Tallying.Of(this, +1));
        Count(LedgerCounts.Of(this, +1));
    }

    static string Naming(IReadOnlyList<Opinion> named) =>
        JsonSerializer.Serialize(new { opinions = named.Select(o => o.Sequence), sections = named.Select(o => o.Section) });

    string Subject => $"submission:{Number}";
}
