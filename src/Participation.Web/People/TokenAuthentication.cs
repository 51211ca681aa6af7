using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Data;
using Participation.Data.People;

namespace Participation.Web.People;

/// <summary>Bearer tokens of accounts, for programs.</summary>
sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IDbContextFactory<AppDbContext> contexts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";
    const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var hash = ApiToken.HashOf(header[Prefix.Length..].Trim());
        await using var db = await contexts.CreateDbContextAsync(Context.RequestAborted);
        var userId = await db.ApiTokens.Where(t => t.Hash == hash).Select(t => t.UserId).SingleOrDefaultAsync(Context.RequestAborted);
        if (userId is null) return AuthenticateResult.Fail("unknown token");
        var roles = await db.UserRoles.Where(r => r.UserId == userId)
            .Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name!).ToListAsync(Context.RequestAborted);
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, userId), .. roles.Select(role => new Claim(ClaimTypes.Role, role))], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
