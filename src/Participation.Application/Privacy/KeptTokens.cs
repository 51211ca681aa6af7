using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.People;

namespace Participation.Application.Privacy;

/// <summary>Their programs' tokens, by the names they gave them.</summary>
sealed class KeptTokens(AppDbContext db) : IKept
{
    public string Name => "tokens";

    public IReadOnlyList<Type> Of => [typeof(ApiToken)];

    public async Task<object> Read(User person, CancellationToken ct) =>
        await db.ApiTokens.AsNoTracking().Where(t => t.UserId == person.Id).OrderBy(t => t.CreatedAt)
            .Select(t => new Token(t.Name, t.Scope, t.CreatedAt, t.ExpiresAt, t.RevokedAt)).ToListAsync(ct);

    sealed record Token(string Name, TokenScope Scope, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt);
}
