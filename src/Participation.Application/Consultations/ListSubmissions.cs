using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Moderation;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Consultations;

/// <summary>The ledger (受付簿): every submission with its original words, late and withdrawn ones too.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record ListSubmissions(string Slug, long After = 0, int Limit = 50, SubmissionStatus? Status = null, Channel? Channel = null)
    : IRequest<Outcome<Page<LedgerRow>>>;

/// <summary>One submission as staff see it.</summary>
/// <param name="KeyedBy">The account of the member of staff who keyed it in for the sender; null when the sender did it.</param>
public sealed record LedgerRow(
    string ReceiptNumber, long Sequence, Channel Channel, DateTimeOffset ReceivedAt, DateOnly? ReceivedOn, DateOnly? PostmarkedOn,
    SubmissionStatus Status, DateTimeOffset? WithdrawnAt, string? KeyedBy, string? KeyedByName, Sender Sender, IReadOnlyList<LedgerOpinion> Opinions)
{
    internal static LedgerRow Of(Submission s, SenderSeal seal, IReadOnlyDictionary<string, string> names) => new(
        s.Number.Value, s.Sequence, s.Channel, s.ReceivedAt, s.ReceivedOn, s.PostmarkedOn, s.Status, s.WithdrawnAt, s.KeyedBy, NameOf(s.KeyedBy, names),
        seal.Open(s),
        [.. s.Opinions.OrderBy(o => o.Ordinal).Select(o => new LedgerOpinion(
            o.Sequence, o.Ordinal, o.Anchor, o.Section, o.Quote, o.Topic, o.Text, o.Withheld, o.Status, o.MaskedText, o.ScopeReason, o.QuoteHidden))]);

    static string? NameOf(string? account, IReadOnlyDictionary<string, string> names) =>
        account is null ? null : account == Caller.Operator.ActorId ? account : names.GetValueOrDefault(account);
}

/// <summary>An opinion with its original words.</summary>
public sealed record LedgerOpinion(
    long Sequence, int Ordinal, string? Anchor, string? Section, string? Quote, string? Topic, string Text, Withheld? Withheld = null,
    SubmissionStatus Status = SubmissionStatus.Accepted, string? MaskedText = null, string? ScopeReason = null, bool QuoteHidden = false)
{
    /// <summary>Counted and shown where its submission is.</summary>
    internal bool Counts => Status is SubmissionStatus.Accepted;
}

sealed class ListSubmissionsHandler(AppDbContext db, ConsultationCatalog catalog, SenderSeal seal, AccountSeal accounts, Caller caller)
    : IRequestHandler<ListSubmissions, Outcome<Page<LedgerRow>>>
{
    public async Task<Outcome<Page<LedgerRow>>> Handle(ListSubmissions ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { Consultation: var consultation }) return Refusal.NotFound;
        if (!caller.IsStaffOf(consultation.Space)) return Refusal.NotAllowed;
        var limit = Paging.Bound(ask.Limit);
        var found = await db.Submissions.AsNoTracking().Include(s => s.Opinions).Include(s => s.Contact).VisibleTo(caller, consultation)
            .Where(s => s.Sequence > ask.After)
            .Where(s => ask.Status == null || s.Status == ask.Status)
            .Where(s => ask.Channel == null || s.Channel == ask.Channel)
            .OrderBy(s => s.Sequence).Take(limit + 1).ToListAsync(ct);
        var names = await accounts.NamesOf(db, found.Select(s => s.KeyedBy), ct);
        return Page.Of(found, limit, s => s.Sequence).Map(s => LedgerRow.Of(s, seal, names));
    }
}
