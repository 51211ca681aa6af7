using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;

namespace Participation.Application.Eligibility;

/// <summary>Letters to be printed and posted, the oldest first.</summary>
[Audience(Audience.Staff)]
public sealed record ListLetters(int Limit = 50) : IRequest<Outcome<IReadOnlyList<LetterRow>>>;

public sealed record LetterRow(Guid Id, DateTimeOffset AskedAt, PrintedLetter Letter);

/// <summary>Says that a letter is on its way; who it was for is forgotten.</summary>
[Audience(Audience.Staff)]
public sealed record PostLetter(Guid Id) : IRequest<Outcome<Done>>;

sealed class ListLettersHandler(AppDbContext db, PersonKeys keys, TimeProvider clock) : IRequestHandler<ListLetters, Outcome<IReadOnlyList<LetterRow>>>
{
    public async Task<Outcome<IReadOnlyList<LetterRow>>> Handle(ListLetters ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var waiting = await db.PostedCodes.AsNoTracking().Where(c => c.Letter != null && c.PostedAt == null && c.UsedAt == null)
            .OrderBy(c => c.Id).Take(Paging.Bound(ask.Limit)).ToListAsync(ct);
        return Outcome<IReadOnlyList<LetterRow>>.Of([.. waiting.Where(c => c.WaitsAt(now))
            .Select(c => new LetterRow(c.Id, c.AskedAt, JsonSerializer.Deserialize<PrintedLetter>(keys.Open(c.Letter!))!))]);
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
