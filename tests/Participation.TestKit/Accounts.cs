using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.People;
using Participation.Data;
using Participation.Data.People;

namespace Participation.TestKit;

/// <summary>Accounts straight from the database, where whose they are is sealed.</summary>
public static class Accounts
{
    /// <summary>How many accounts an address has.</summary>
    public static async Task<int> AccountsOf(this TestApp app, string email) => (await Ids(app.Services, email)).Count;

    public static async Task<string> AccountOf(this IServiceProvider services, string email) => (await Ids(services, email)).Single();

    /// <summary>Whose an account is.</summary>
    public static Task<AccountOwner> OwnerOf(this TestApp app, string id) => app.With(async db => app.Services.GetRequiredService<AccountSeal>().Open(await db.Users.AsNoTracking().SingleAsync(u => u.Id == id)));

    /// <summary>A new account, made straight away: for tests that are not about registering.</summary>
    public static async Task<User> NewAccount(this TestApp app, string name, string email, bool confirmed = false)
    {
        var user = await app.Services.GetRequiredService<AccountSeal>().New(name, email, default);
        user.EmailConfirmed = confirmed;
        return user;
    }

    static async Task<List<string>> Ids(IServiceProvider services, string email)
    {
        await using var scope = services.CreateAsyncScope();
        var keys = await scope.ServiceProvider.GetRequiredService<AccountSeal>().KeysOf(email, default);
        return await scope.ServiceProvider.GetRequiredService<AppDbContext>().Users.Where(u => keys.Contains(u.NormalizedEmail)).Select(u => u.Id).ToListAsync();
    }
}
