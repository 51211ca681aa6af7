using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.Search;

namespace Participation.Application.Search;

/// <summary>提出: by the number of its receipt, or by what colleagues noted on it. Senders' names are looked for nowhere: their page is logged.</summary>
sealed class DeskSubmissions(AppDbContext db) : IDeskSource
{
    public string Kind => "submission";

    public async Task<DeskGroup> Search(DeskLook look, CancellationToken ct)
    {
        var ids = look.Ids;
        var some = db.Submissions.AsNoTracking().Where(s => ids.Contains(s.ConsultationId));
        if (look.Channel is { } channel) some = some.Where(s => s.Channel == channel);
        if (ReceiptNumber.TryParse(look.Typed, out var number))
        {
            var one = await some.Where(s => s.Number == number).ToListAsync(ct);
            return await this.Page((one.Count, true), look, () => Task.FromResult<IReadOnlyList<DeskHit>>([.. one.Select((s, i) => Hit(i, s, "", look))]));
        }
        // Notes are written for colleagues and few; as they were typed, in each of its words.
        var notes = db.DeskEntries.AsNoTracking().Where(e => e.Act == DeskAct.Noted);
        foreach (var word in look.Typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(SearchTerms.Most)) notes = notes.Where(e => e.Words!.Contains(word));
        var found = notes.Join(some, e => e.SubmissionId, s => s.Id, (e, s) => new { Note = e, Submission = s });
        return await this.Page(await found.CountSome(ct), look, async () =>
        {
            var upto = look.After is { } after ? new DateTimeOffset(after, TimeSpan.Zero) : (DateTimeOffset?)null;
            var rows = await found.Where(f => upto == null || f.Note.At < upto).OrderByDescending(f => f.Note.At).Take(look.Limit + 1).ToListAsync(ct);
            return [.. rows.Select(r => Hit(r.Note.At.UtcTicks, r.Submission, r.Note.Words!, look))];
        });
    }

    static DeskHit Hit(long rank, Submission s, string words, DeskLook look) => new(
        rank, look.Within[s.ConsultationId].Slug, look.Within[s.ConsultationId].Title, s.Number.Value, Snippet.Around(words, look.Terms), s.Number.Value, Channel: s.Channel, Status: s.Status);
}
