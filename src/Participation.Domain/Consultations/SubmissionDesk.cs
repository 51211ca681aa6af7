using System.Text.Json;
using Participation.Domain.Ledger;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Consultations;

/// <summary>What staff do with a submission: who has it in hand, what they note, what paper it came on. The original is not touched.</summary>
public sealed partial class Submission
{
    readonly List<DeskEntry> entries = [];
    readonly List<Scan> scans = [];

    /// <summary>担当課.</summary>
    public int? OfficeId { get; private set; }

    /// <summary>The account that has it in hand.</summary>
    public string? Assignee { get; private set; }

    /// <summary>Counts who had it in hand; of two who hand it over at once the later is told.</summary>
    public int DeskVersion { get; private set; }

    /// <summary>経過, as far as it was loaded.</summary>
    public IReadOnlyList<DeskEntry> Entries => entries;

    public IReadOnlyList<Scan> Scans => scans;

    /// <summary>Hands it to an office, a person, both or nobody. That they exist is the handler's to see.</summary>
    /// <param name="seen">The version that was being looked at.</param>
    public Outcome<Done> Assign(int? office, string? assignee, int seen, string by, DateTimeOffset now)
    {
        if (seen != DeskVersion) return Refusal.ChangedMeanwhile;
        if (office == OfficeId && assignee == Assignee) return Done.It;
        Recount(() => (OfficeId, Assignee) = (office, assignee));
        DeskVersion++;
        Enter(DeskAct.Assigned, by, now, JsonSerializer.Serialize(new { office, assignee }));
        return Done.It;
    }

    /// <summary>申し送り among staff: only ever added to.</summary>
    public Outcome<Done> Note(string words, string by, DateTimeOffset now)
    {
        var plain = StaffWords.Of(words);
        if (plain.Refused) return plain.Why;
        Enter(DeskAct.Noted, by, now, plain.Value);
        return Done.It;
    }

    /// <summary>Attaches a scan that was looked through (<see cref="ScanRules"/>) and stored. The same paper twice is one scan.</summary>
    public Outcome<Done> Attach(ScanKind kind, string name, string file, byte[] sha256, long size, int most, string by, DateTimeOffset now)
    {
        if (scans.FirstOrDefault(s => s.Sha256.AsSpan().SequenceEqual(sha256)) is { } same) return Refusal.Conflict(same.Aside ? "scan-aside" : "scan-twice");
        if (scans.Count >= most) return Refusal.Invalid("scan", "scan-too-many", most);
        scans.Add(new(Id, kind, ScanRules.NameOf(name), file, sha256, size, by, now));
        Enter(DeskAct.ScanAttached, by, now, ScanRules.NameOf(name));
        return Done.It;
    }

    /// <summary>Puts a scan aside that belongs elsewhere, or brings it back. Done already is done.</summary>
    public Outcome<Done> PutScan(Guid id, bool aside, string by, DateTimeOffset now)
    {
        if (scans.SingleOrDefault(s => s.Id == id) is not { } scan) return Refusal.NotFound;
        if (scan.Aside == aside) return Done.It;
        scan.Put(aside);
        Enter(aside ? DeskAct.ScanAside : DeskAct.ScanBack, by, now, scan.Name);
        return Done.It;
    }

    /// <summary>Whether it came too late, also when it was withdrawn since.</summary>
    public bool CameLate(Consultation consultation) => Status is SubmissionStatus.Late
        || Status is SubmissionStatus.Withdrawn && Deadline.Judge(
            consultation.Window, consultation.RuleFor(Channel) ?? new ChannelRule(Channel), new(Channel, ReceivedAt, ReceivedOn, PostmarkedOn)) is { Refused: false, Value: SubmissionStatus.Late };

    void Enter(DeskAct act, string by, DateTimeOffset now, string? words = null)
    {
        entries.Add(new(Id, act, by, now, words));
        // The trail says that it was done; what staff wrote stays with the submission.
        Log($"submission.{JsonNamingPolicy.KebabCaseLower.ConvertName(act.ToString())}", Subject);
    }
}
