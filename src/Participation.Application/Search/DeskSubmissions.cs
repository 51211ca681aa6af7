using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.Search;

namespace Participation.Application.Search;

/// <summary>提出: by the number of its receipt, or by what colleagues noted on it. Senders' names are looked for nowhere: their page is logged.</summary>
sealed class DeskSubmissions(AppDbContext db) : IDeskSource
{
    /// <summary>More than anybody reads.</summary>
    const int NotesAtMost = 2_000;

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
        var found = await Noted(notes, some, ct);
        return await this.Page((Math.Min(found.Count, SearchGroup.MostCounted), found.Count <= SearchGroup.MostCounted), look, () => Task.FromResult<IReadOnlyList<DeskHit>>(
            [.. found.Where(f => look.After is null || f.At.UtcTicks < look.After).Take(look.Limit + 1).Select(f => Hit(f.At.UtcTicks, f.Submission, f.Words, look))]));
    }

    /// <summary>The newest notes first and then what they are on: begun at the submissions, all of them would be gone through.</summary>
    static async Task<IReadOnlyList<(DateTimeOffset At, string Words, Submission Submission)>> Noted(IQueryable<DeskEntry> notes, IQueryable<Submission> some, CancellationToken ct)
    {
        var rows = await notes.OrderByDescending(e => e.At).Take(NotesAtMost).Select(e => new { e.SubmissionId, e.At, Words = e.Words! }).ToListAsync(ct);
        var ids = rows.Select(r => r.SubmissionId).Distinct().ToList();
        var on = ids.Count is 0 ? [] : await some.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        return [.. rows.Where(r => on.ContainsKey(r.SubmissionId)).Select(r => (r.At, r.Words, on[r.SubmissionId]))];
    }

    static DeskHit Hit(long rank, Submission s, string words, DeskLook look) => new(
        rank, look.Within[s.ConsultationId].Slug, look.Within[s.ConsultationId].Title, s.Number.Value, Snippet.Around(words, look.Terms), s.Number.Value, Channel: s.Channel, Status: s.Status);
}
