using System.Globalization;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.Consultations;
using Participation.Data.Writing;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>
/// 表をまとめて取り込む: the good rows of a sheet that was looked through. Each row is taken once, whoever says yes how often, and after
/// an interruption the rest is.
/// </summary>
/// <param name="Sheet">As <see cref="PreviewSheet"/> named it.</param>
[Audience(Audience.SpaceStaff)]
public sealed record TakeInSheet(string Slug, string Sheet, SheetDefaults Defaults) : IRequest<Outcome<SheetTaken>>;

public sealed record SheetTaken(IReadOnlyList<TakenRow> Taken, int BadRows);

public sealed record TakenRow(int Line, string ReceiptNumber, SubmissionStatus Status);

sealed class TakeInSheetHandler(
    AppDbContext db, ConsultationCatalog catalog, SheetReading reading, SheetStore store, SubmissionIntake intake, ReceiptSecrets secrets, SenderSeal seal,
    TimeProvider clock, Caller caller)
    : IRequestHandler<TakeInSheet, Outcome<SheetTaken>>
{
    /// <summary>So many wait for one commit; others' submissions come between.</summary>
    const int AtOnce = 200;

    public async Task<Outcome<SheetTaken>> Handle(TakeInSheet ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { } entry) return Refusal.NotFound;
        if (!caller.IsStaffOf(entry.Consultation.Space)) return Refusal.NotAllowed;
        if (await store.Find(ask.Sheet, ct) is not { } file) return Refusal.Conflict("sheet-gone");
        var read = reading.Read(file, entry, ask.Defaults);
        if (read.Refused) return read.Why;
        if (await db.Submissions.OfSheet(entry.Consultation.Id, ask.Sheet).AnyAsync(s => s.VoidedAt != null, ct)) return Refusal.Conflict("sheet-taken-back");
        var taken = new List<TakenRow>();
        foreach (var some in read.Value.Where(l => l.Paper is not null).Chunk(AtOnce))
        {
            foreach (var (line, answer) in some.Zip(await Task.WhenAll(some.Select(l => Take(l, entry, ask.Sheet, ct)))))
            {
                if (answer.Refused) return answer.Why;
                taken.Add(new(line.Line, answer.Value[0].Number, answer.Value[0].Status));
            }
        }
        return new SheetTaken(taken, read.Value.Count(l => l.Fault is not null));
    }

    async Task<Outcome<IReadOnlyList<Received>>> Take(PaperLine line, CatalogEntry entry, string sheet, CancellationToken ct)
    {
        var paper = line.Paper!;
        // Of the sheet and the row, not of who says yes: a colleague who goes on does not take it twice.
        var claim = KeyClaim.Of($"sheet {entry.Consultation.Id} {sheet}", line.Line.ToString(CultureInfo.InvariantCulture), JsonSerializer.SerializeToUtf8Bytes(paper));
        var number = ReceiptNumber.New();
        var submission = Submission.Receive(
            entry.Consultation, number, ReceiptSecrets.Hash(await secrets.For(claim, number, ct)),
            new(paper.Channel, clock.GetUtcNow(), paper.ReceivedOn, paper.PostmarkedOn), line.Status, paper.Sender,
            paper.Opinions.Select(o => (o, entry.Plan.SectionOf(o.Anchor))), caller.ActorId, await seal.Seal(number, paper.Sender, ct), sheet);
        return await intake.Receive([submission], caller.ActorId, claim, ct);
    }
}
