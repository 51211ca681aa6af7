using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Eligibility;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Eligibility;

/// <summary>Types in the code of a letter.</summary>
[Audience(Audience.SignedIn)]
public sealed record EnterCode(string? Code) : IRequest<Outcome<Done>>;

sealed class EnterCodeHandler(AppDbContext db, PersonKeys keys, Verifications verifications, Caller caller, TimeProvider clock)
    : IRequestHandler<EnterCode, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(EnterCode ask, CancellationToken ct)
    {
        var (userId, now) = (caller.UserId!, clock.GetUtcNow());
        var plain = string.Concat((ask.Code ?? "").Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        var letter = await db.PostedCodes.Where(c => c.UserId == userId && c.UsedAt == null).OrderByDescending(c => c.AskedAt).FirstOrDefaultAsync(ct);
        if (letter is null || plain.Length is 0 or > 40) return Refusal.Invalid("code", "code-not-it");
        var tried = letter.Try(await keys.CodeOf(userId, plain, ct), now);
        if (!tried.Refused && (await verifications.Give(letter.Person, userId, Verifier.PostedCode, ct)) is { Refused: true } taken)
        {
            db.ChangeTracker.Clear();
            return taken.Why!;
        }
        await db.SaveChangesAsync(ct);
        return tried;
    }
}
