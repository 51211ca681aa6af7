using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Data;
using Participation.Domain.People;

namespace Participation.Web.People;

/// <summary>Bearer tokens of accounts, for programs.</summary>
sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IDbContextFactory<AppDbContext> contexts,
    TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";
    public const string Expired = "token-expired";

    /// <summary>Never issued, or revoked.</summary>
    public const string Unknown = "token-unknown";

    const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var hash = ApiToken.HashOf(header[Prefix.Length..].Trim());
        await using var db = await contexts.CreateDbContextAsync(Context.RequestAborted);
        var token = await db.ApiTokens.AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash, Context.RequestAborted);
        if (token is null or { RevokedAt: not null }) return AuthenticateResult.Fail(Unknown);
        if (token.IsOverAt(clock.GetUtcNow())) return AuthenticateResult.Fail(Expired);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, token.UserId), new(CallerMiddleware.Scope, token.Scope.ToString())], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
