using MediatR;
using Participation.Application.Pipeline;
using Participation.Data.Consultations;
using Participation.Documents.Csv;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Consultations;

/// <summary>
/// Takes in opinions heard at a meeting or keyed elsewhere, from a CSV with the columns <c>no,category,text</c>: each row one
/// person's opinion, all rows or none. The category is kept as the topic.
/// </summary>
[Audience(Audience.SpaceStaff)]
public sealed record ImportOpinions(string Slug, byte[] Csv, Channel Channel, DateOnly ReceivedOn)
    : IRequest<Outcome<Imported>>, IIntakeRequest
{
    public string? Key { get; init; }
}

/// <summary>What an import did.</summary>
public sealed record Imported(int Submissions, int Opinions, int Late, IReadOnlyDictionary<string, int> ByTopic);

sealed class ImportOpinionsHandler(
    ConsultationCatalog catalog, SubmissionIntake intake, ReceiptSecrets secrets, TimeProvider clock, Caller caller)
    : IRequestHandler<ImportOpinions, Outcome<Imported>>
{
    const int RowsAtMost = 20_000;
    static readonly string[] Header = ["no", "category", "text"];

    public async Task<Outcome<Imported>> Handle(ImportOpinions ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not var (consultation, plan)) return Refusal.NotFound;
        if (!caller.IsStaffOf(consultation.Space)) return Refusal.NotAllowed;
        if (ask.Channel is Channel.Web) return Refusal.Invalid("channel", "channel-not-for-import");
        if (consultation.RuleFor(ask.Channel) is not { } rule) return Refusal.Invalid("channel", "channel-not-taken");
        var arrival = new Arrival(ask.Channel, clock.GetUtcNow(), ask.ReceivedOn);
        var status = Deadline.Judge(consultation.Window, rule, arrival);
        if (status.Refused) return status.Why;
        var drafts = Read(ask.Csv);
        if (drafts.Refused) return drafts.Why;
        var faults = drafts.Value
            .SelectMany((draft, i) => SubmissionRules.Check(consultation, [], Sender.Anonymous, [draft], plan.Knows)
                .Select(fault => fault with { Field = $"rows[{i}].{fault.Field.Split('.')[^1]}" })).ToList();
        if (faults.Count > 0) return Refusal.Invalid(faults);

        var claim = caller.ClaimFor(ask);
        var submissions = new List<Submission>(drafts.Value.Count);
        foreach (var draft in drafts.Value)
        {
            var number = ReceiptNumber.New();
            var secret = ReceiptSecrets.Hash(await secrets.For(claim, number, ct));
            submissions.Add(Submission.Receive(
                consultation, number, secret, arrival, status.Value, Sender.Anonymous, [(draft, null)], caller.ActorId));
        }
        var received = await intake.Receive(submissions, caller.ActorId, claim, ct);
        if (received.Refused) return received.Why;
        return new Imported(
            received.Value.Count, received.Value.Count, received.Value.Count(r => r.Status is SubmissionStatus.Late),
            drafts.Value.GroupBy(d => d.Topic ?? Counts.Unknown).ToDictionary(g => g.Key, g => g.Count()));
    }

    static Outcome<IReadOnlyList<OpinionDraft>> Read(byte[] csv)
    {
        try
        {
            var rows = CsvTable.Read(csv, Header);
            if (rows.Count is 0) return Refusal.Invalid("csv", "csv-empty");
            if (rows.Count > RowsAtMost) return Refusal.Invalid("csv", "list-too-long", RowsAtMost);
            return Outcome<IReadOnlyList<OpinionDraft>>.Of(
                [.. rows.Select(r => new OpinionDraft(r["text"], Topic: r["category"] is "" ? null : r["category"]))]);
        }
        catch (UnreadableTableException unreadable)
        {
            return Refusal.Invalid("csv", unreadable.Reason, unreadable.Line);
        }
    }
}
