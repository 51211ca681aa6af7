using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>The caller's tokens for programs, the newest first; those that are over too.</summary>
[Audience(Audience.SignedIn)]
public sealed record ListTokens : IRequest<Outcome<IReadOnlyList<TokenView>>>;

/// <summary>Issues one. Not for programs: a token that could make tokens would never end.</summary>
[Audience(Audience.SignedIn)]
public sealed record IssueToken(string Name, TokenScope Scope, int Days) : IRequest<Outcome<IssuedToken>>;

/// <summary>Makes one useless from the next request on.</summary>
[Audience(Audience.SignedIn)]
public sealed record RevokeToken(Guid Id) : IRequest<Outcome<Done>>;

public sealed record TokenView(Guid Id, string Name, TokenScope Scope, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, bool IsOver);

/// <param name="Token">Here and nowhere else: only its hash is stored.</param>
public sealed record IssuedToken(Guid Id, string Token);

sealed class ListTokensHandler(AppDbContext db, TimeProvider clock, Caller caller) : IRequestHandler<ListTokens, Outcome<IReadOnlyList<TokenView>>>
{
    public async Task<Outcome<IReadOnlyList<TokenView>>> Handle(ListTokens ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var tokens = await db.ApiTokens.AsNoTracking().Where(t => t.UserId == caller.UserId).OrderByDescending(t => t.CreatedAt).Take(Paging.AtMost).ToListAsync(ct);
        return Outcome<IReadOnlyList<TokenView>>.Of(
            [.. tokens.Select(t => new TokenView(t.Id, t.Name, t.Scope, t.CreatedAt, t.ExpiresAt, t.RevokedAt, t.IsOverAt(now)))]);
    }
}

sealed class IssueTokenHandler(AppDbContext db, TimeProvider clock, Caller caller) : IRequestHandler<IssueToken, Outcome<IssuedToken>>
{
    public async Task<Outcome<IssuedToken>> Handle(IssueToken ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.ApiTokens.CountAsync(t => t.UserId == caller.UserId && t.RevokedAt == null && (t.ExpiresAt == null || t.ExpiresAt > now), ct) >= ApiToken.AtOnce)
            return Refusal.Conflict("token-too-many", ApiToken.AtOnce);
        var issued = ApiToken.Issue(caller.UserId!, ask.Name ?? "", ask.Scope, ask.Days, now);
        if (issued.Refused) return issued.Why;
        db.ApiTokens.Add(issued.Value.Row);
        await db.SaveChangesAsync(ct);
        return new IssuedToken(issued.Value.Row.Id, issued.Value.Token);
    }
}

sealed class RevokeTokenHandler(AppDbContext db, TimeProvider clock, Caller caller) : IRequestHandler<RevokeToken, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RevokeToken ask, CancellationToken ct)
    {
        var token = await db.ApiTokens.SingleOrDefaultAsync(t => t.Id == ask.Id && t.UserId == caller.UserId, ct);
        if (token is null) return Refusal.NotFound;
        token.Revoke(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
