using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Following;
using Participation.Domain.Outcomes;

namespace Participation.Application.Following;

/// <summary>
/// メールを止める, by the link that a mail carries, without signing in: no more mail about anything that the account follows. On the
/// site they are told as before, and can ask for mail again there.
/// </summary>
[Audience(Audience.Public)]
public sealed record UnsubscribeByLink(string? Token) : IRequest<Outcome<Done>>;

sealed class UnsubscribeByLinkHandler(AppDbContext db, UnsubscribeLinks links) : IRequestHandler<UnsubscribeByLink, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(UnsubscribeByLink ask, CancellationToken ct)
    {
        if (links.Read(ask.Token) is not { } account) return Refusal.Invalid("link", "unsubscribe-unknown");
        foreach (var follow in await db.Follows.Where(f => f.UserId == account && f.Cadence != Cadence.OnSiteOnly).ToListAsync(ct)) follow.Change(Cadence.OnSiteOnly);
        foreach (var notice in await db.Notices.Where(n => n.UserId == account && n.Digest != null).ToListAsync(ct)) notice.Leave();
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
