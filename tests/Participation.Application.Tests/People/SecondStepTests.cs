using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.People;
using Participation.Data.People;
using Participation.TestKit;

namespace Participation.Application.Tests.People;

public abstract class SecondStepTests(EngineFixture engine)
{
    [Fact]
    public async Task A_passkey_asks_for_the_second_step_comes_with_codes_and_goes_with_them()
    {
        var me = await engine.App.SignedIn();
        var added = (await engine.App.Send(new AddPasskey(Passkey(1), " わたしの端末 "), me)).Value;
        Assert.Equal(10, added.Codes.Distinct().Count());
        Assert.Empty((await engine.App.Send(new AddPasskey(Passkey(2), null), me)).Value.Codes);
        var view = (await engine.App.Send(new GetSecondStep(), me)).Value;
        Assert.True(view is { Asked: true, HasApp: false, CodesLeft: 10 });
        Assert.Equal(["わたしの端末", null], view.Passkeys.Select(p => p.Name));

        foreach (var passkey in view.Passkeys)
        {
            Assert.Equal("password-wrong", (await engine.App.Send(new RemoveSecondStep(passkey.Id, "machigai machigai"), me)).Why!.Code);
            Assert.False((await engine.App.Send(new RemoveSecondStep(passkey.Id, People.Password), me)).Refused);
        }
        Assert.True((await engine.App.Send(new GetSecondStep(), me)).Value is { Asked: false, CodesLeft: 0, Passkeys.Count: 0 });
    }

    [Fact]
    public async Task A_passkey_is_found_again_and_nobody_elses()
    {
        var (me, other) = (await engine.App.SignedIn(), await engine.App.SignedIn());
        await engine.App.Send(new AddPasskey(Passkey(3), null), me);
        Assert.Equal("passkey-known", (await engine.App.Send(new AddPasskey(Passkey(3), null), other)).Why!.Code);
        await WithUsers(async users =>
        {
            var found = await users.FindByPasskeyIdAsync(Passkey(3).CredentialId);
            Assert.Equal(me.UserId, found!.Id);
            Assert.Equal(Passkey(3).PublicKey, (await users.GetPasskeyAsync(found, Passkey(3).CredentialId))!.PublicKey);
        });
        var id = Base64Url.EncodeToString(Passkey(3).CredentialId);
        await engine.App.Send(new RemoveSecondStep(id, People.Password), other);
        Assert.Single((await engine.App.Send(new GetSecondStep(), me)).Value.Passkeys);
    }

    [Fact]
    public async Task A_code_on_paper_works_once_and_is_nowhere_in_clear()
    {
        var me = await engine.App.SignedIn();
        var codes = (await engine.App.Send(new AddPasskey(Passkey(4), null), me)).Value.Codes;
        Assert.True(await Redeem(me.UserId!, codes[0].ToLowerInvariant()));
        Assert.False(await Redeem(me.UserId!, codes[0]));
        Assert.True(await Redeem(me.UserId!, codes[1]));
        var kept = await engine.App.With(db => db.UserTokens.Where(t => t.UserId == me.UserId).Select(t => t.Value!).ToListAsync());
        Assert.DoesNotContain(kept, value => codes.Any(code => value.Contains(code, StringComparison.Ordinal)));

        var fresh = (await engine.App.Send(new RenewCodes(People.Password), me)).Value.Codes;
        Assert.False(await Redeem(me.UserId!, codes[2]));
        Assert.True(await Redeem(me.UserId!, fresh[0]));
    }

    [Fact]
    public async Task An_app_is_kept_only_with_the_right_code_and_for_its_owner()
    {
        var (me, other) = (await engine.App.SignedIn(), await engine.App.SignedIn());
        var key = (await engine.App.Send(new StartApp(), me)).Value;
        Assert.StartsWith("otpauth://totp/", key.Address, StringComparison.Ordinal);
        Assert.Equal("code-wrong", (await engine.App.Send(new AddApp(key.Sealed, "not a code", People.Password), me)).Why!.Code);
        Assert.Equal("link-over", (await engine.App.Send(new AddApp(key.Sealed, "000000", People.Password), other)).Why!.Code);
        Assert.False((await engine.App.Send(new GetSecondStep(), me)).Value.HasApp);
    }

    async Task<bool> Redeem(string id, string code)
    {
        var redeemed = false;
        await WithUsers(async users => redeemed = (await users.RedeemTwoFactorRecoveryCodeAsync((await users.FindByIdAsync(id))!, code)).Succeeded);
        return redeemed;
    }

    async Task WithUsers(Func<UserManager<User>, Task> work)
    {
        await using var scope = engine.App.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<UserManager<User>>());
        await scope.ServiceProvider.GetRequiredService<Participation.Data.AppDbContext>().SaveChangesAsync();
    }

    static UserPasskeyInfo Passkey(byte number) => new([number, 2, 3, 4], [5, 6, 7, number], DateTimeOffset.UnixEpoch.AddMinutes(number), 0, ["internal"], true, true, false, [8], [9]);
}

public sealed class SecondStepOnSqlite(OnSqlite engine) : SecondStepTests(engine), IClassFixture<OnSqlite>;

public sealed class SecondStepOnPostgres(OnPostgres engine) : SecondStepTests(engine), IClassFixture<OnPostgres>;
