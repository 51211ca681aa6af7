using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;

namespace Participation.Application.Eligibility;

/// <summary>Letters to be printed and posted, the oldest first.</summary>
[Audience(Audience.Staff)]
public sealed record ListLetters(Guid? After = null, int Limit = 50) : IRequest<Outcome<LettersFound>>;

/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record LettersFound(IReadOnlyList<LetterRow> Letters, Guid? Next);

public sealed record LetterRow(Guid Id, DateTimeOffset AskedAt, PrintedLetter Letter);

/// <summary>Says that a letter is on its way; who it was for is forgotten.</summary>
[Audience(Audience.Staff)]
public sealed record PostLetter(Guid Id) : IRequest<Outcome<Done>>;

sealed class ListLettersHandler(AppDbContext db, PersonKeys keys, TimeProvider clock) : IRequestHandler<ListLetters, Outcome<LettersFound>>
{
    public async Task<Outcome<LettersFound>> Handle(ListLetters ask, CancellationToken ct)
    {
        var limit = Paging.Bound(ask.Limit);
        var waiting = db.PostedCodes.AsNoTracking().ToPost(clock.GetUtcNow());
        if (ask.After is { } after) waiting = waiting.Where(c => c.Id.CompareTo(after) > 0);
        var found = await waiting.OrderBy(c => c.Id).Take(limit + 1).ToListAsync(ct);
        return new LettersFound(
            [.. found.Take(limit).Select(c => new LetterRow(c.Id, c.AskedAt, JsonSerializer.Deserialize<PrintedLetter>(keys.Open(c.Letter!))!))],
            found.Count > limit ? found[limit - 1].Id : null);
    }
}

sealed class PostLetterHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<PostLetter, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(PostLetter ask, CancellationToken ct)
    {
        var letter = await db.PostedCodes.SingleOrDefaultAsync(c => c.Id == ask.Id, ct);
        if (letter is null) return Refusal.NotFound;
        var posted = letter.Post(clock.GetUtcNow());
        if (posted.Refused) return posted;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
