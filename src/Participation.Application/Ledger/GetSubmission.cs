using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.Audit;
using Participation.Domain.Audit;
using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>One submission with its original words and its sender: whoever looks, and when, is written down.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record GetSubmission(string Slug, string Receipt) : IRequest<Outcome<SubmissionView>>;

/// <summary>For staff alone.</summary>
/// <param name="Version">Of the assignment.</param>
/// <param name="Fixed">The result is published: nothing is split or put aside any more, and what is masked needs a reason.</param>
/// <param name="Void">Staff took back what they had keyed in.</param>
public sealed record SubmissionView(
    string ReceiptNumber, long Sequence, Channel Channel, DateTimeOffset ReceivedAt, DateOnly? ReceivedOn, DateOnly? PostmarkedOn, SubmissionStatus Status,
    DateTimeOffset? WithdrawnAt, DeadlineReason Deadline, Sender Sender, string? KeyedByName, int? OfficeId, string? Office, string? Assignee,
    string? AssigneeName, int Version, bool Fixed, bool Void, IReadOnlyList<DeskOpinion> Opinions, IReadOnlyList<ScanView> Scans, IReadOnlyList<DeskLine> History);

/// <summary>An opinion as it came, and what staff laid beside it.</summary>
public sealed record DeskOpinion(
    Guid Id, long Sequence, int Ordinal, SubmissionStatus Status, string? Anchor, string? Section, string? SectionTitle, string? Quote, string? Topic, string Text,
    string? MaskedText, IReadOnlyList<TextStretch> Masked, Guid? PartOf, TextStretch? Part, string? ScopeReason, int Version, bool QuoteHidden);

/// <param name="Aside">It belongs elsewhere.</param>
public sealed record ScanView(Guid Id, ScanKind Kind, string Name, long Size, DateTimeOffset At, bool Aside);

/// <param name="Words">A note, a reason, a file's name, or to whom it was handed.</param>
public sealed record DeskLine(DeskAct Act, DateTimeOffset At, string By, string? ByName, string? Words);

sealed class GetSubmissionHandler(AppDbContext db, ConsultationCatalog catalog, SenderSeal seal, AccountSeal accounts, AuditTrail audit, Caller caller)
    : IRequestHandler<GetSubmission, Outcome<SubmissionView>>
{
    public async Task<Outcome<SubmissionView>> Handle(GetSubmission ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { } entry) return Refusal.NotFound;
        if (!caller.IsStaffOf(entry.Consultation.Space)) return Refusal.NotAllowed;
        if (!ReceiptNumber.TryParse(ask.Receipt, out var number)) return Refusal.NotFound;
        var submission = await db.Submissions.AsNoTracking().AsSplitQuery().Include(s => s.Opinions).Include(s => s.Contact).Include(s => s.Entries).Include(s => s.Scans)
            .VisibleTo(caller, entry.Consultation).SingleOrDefaultAsync(s => s.Number == number, ct);
        if (submission is null) return Refusal.NotFound;
        // First: what could not be written down is not shown.
        await audit.Note(new Act("submission.looked-at", $"submission:{number}", "{}"), caller.ActorId, ct);
        return await View(submission, entry, ct);
    }

    async Task<SubmissionView> View(Submission s, CatalogEntry entry, CancellationToken ct)
    {
        var offices = await db.Offices.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        var handed = s.Entries.Where(e => e.Act is DeskAct.Assigned).ToDictionary(e => e.Id, e => Handed.Read(e.Words));
        var names = await accounts.NamesOf(db, [s.KeyedBy, s.Assignee, .. s.Entries.Select(e => e.By), .. handed.Values.Select(h => h.Assignee)], ct);
        string? NameOf(string? account) => account is null ? null : account == Caller.Operator.ActorId ? account : names.GetValueOrDefault(account);
        string? WordsOf(DeskEntry line) => !handed.TryGetValue(line.Id, out var to) ? line.Words
            : string.Join(' ', new[] { to.Office is { } office ? offices.GetValueOrDefault(office) : null, NameOf(to.Assignee) }.OfType<string>());
        return new(
            s.Number.Value, s.Sequence, s.Channel, s.ReceivedAt, s.ReceivedOn, s.PostmarkedOn, s.Status, s.WithdrawnAt, DeadlineReason.Of(entry.Consultation, s),
            seal.Open(s), NameOf(s.KeyedBy),
            s.OfficeId, s.OfficeId is { } id ? offices.GetValueOrDefault(id) : null, s.Assignee, NameOf(s.Assignee), s.DeskVersion,
            entry.Consultation.PublishedAt is not null, s.VoidedAt is not null,
            [.. s.Opinions.OrderBy(o => o.Ordinal).Select(o => new DeskOpinion(
                o.Id, o.Sequence, o.Ordinal, o.Status, o.Anchor, o.Section, entry.Plan.Section(o.Section)?.Title, o.Quote, o.Topic, o.Text, o.MaskedText, o.Masked,
                o.PartOf, o.Part, o.ScopeReason, o.DeskVersion, o.QuoteHidden))],
            [.. s.Scans.OrderBy(c => c.At).Select(c => new ScanView(c.Id, c.Kind, c.Name, c.Size, c.At, c.Aside))],
            [.. s.Entries.OrderBy(e => e.At).Select(e => new DeskLine(e.Act, e.At, e.By, NameOf(e.By), WordsOf(e)))]);
    }

    /// <summary>To whom a submission was handed, as it is written down.</summary>
    sealed record Handed(int? Office, string? Assignee)
    {
        public static Handed Read(string? words) => words is null ? new(null, null)
            : System.Text.Json.JsonSerializer.Deserialize<Handed>(words, System.Text.Json.JsonSerializerOptions.Web)!;
    }
}
