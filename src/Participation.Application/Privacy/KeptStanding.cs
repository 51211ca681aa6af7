using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Eligibility;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Eligibility;

namespace Participation.Application.Privacy;

/// <summary>By which way the city knows them and until when; nothing else of it is kept, save a letter that waits to be printed.</summary>
sealed class KeptStanding(AppDbContext db, PersonKeys keys) : IKept
{
    public string Name => "standing";

    public IReadOnlyList<Type> Of => [typeof(Verification), typeof(PostedCode)];

    public async Task<object> Read(User person, CancellationToken ct)
    {
        var proofs = await db.Verifications.AsNoTracking().Where(v => v.UserId == person.Id).OrderBy(v => v.At)
            .Select(v => new Proof(v.Verifier, v.At, v.Until)).ToListAsync(ct);
        var codes = await db.PostedCodes.AsNoTracking().Where(c => c.UserId == person.Id).OrderBy(c => c.Id).ToListAsync(ct);
        return new { proofs, letters = codes.Select(LetterOf).ToList() };
    }

    /// <summary>Without its code: whoever has the account's password need not live at the address.</summary>
    Letter LetterOf(PostedCode code)
    {
        var printed = code.Letter is null ? null : JsonSerializer.Deserialize<PrintedLetter>(keys.Open(code.Letter));
        return new(code.AskedAt, code.PostedAt, code.UsedAt, printed?.Name, printed?.Address);
    }

    sealed record Proof(Verifier By, DateTimeOffset At, DateTimeOffset Until);

    sealed record Letter(DateTimeOffset AskedAt, DateTimeOffset? PostedAt, DateTimeOffset? UsedAt, string? Name, string? Address);
}
