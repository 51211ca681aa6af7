using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>The caller's account, to be changed; and the proof that it is its owner who asks, not somebody at an open window.</summary>
sealed class OwnAccount(AppDbContext db, UserManager<User> users, SignInPaces paces, Caller caller)
{
    /// <summary>Null when it is gone.</summary>
    public Task<User?> Find(CancellationToken ct) => db.Users.SingleOrDefaultAsync(u => u.Id == caller.UserId, ct);

    public async Task<Outcome<User>> FindBy(string? password, CancellationToken ct)
    {
        if (await Find(ct) is not { } user) return Refusal.NotFound;
        if (paces.Begin($"own {user.Id}") is { Ticks: > 0 } wait) return AccountRefusals.TryLater(wait);
        if (password is null or { Length: > Accounts.PasswordAtMost } || !await users.CheckPasswordAsync(user, password))
            return Refusal.Invalid("current", "password-wrong");
        paces.Forgive($"own {user.Id}");
        return user;
    }
}
