using Participation.Application.Sites;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Sites;
using Participation.TestKit;

namespace Participation.Application.Tests.Sites;

public abstract class SiteTests(EngineFixture engine)
{
    static readonly Caller Administrator = new() { ActorId = "admin-1", UserId = "admin-1", Roles = new HashSet<string> { Roles.Administrator } };

    readonly TestApp app = engine.App;

    [Fact]
    public async Task Only_an_administrator_changes_the_sites_face()
    {
        Assert.Equal(Refusal.SignInRequired, (await app.Send(new SaveSite(new SiteSettings()))).Why);
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new SaveSite(new SiteSettings()), TestApp.Staff)).Why);
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new SaveSiteMark(null), TestApp.Staff)).Why);
        Assert.False((await app.Send(new SaveSite(new SiteSettings { Name = "まちの窓" }), Administrator)).Refused);
        Assert.Equal("まちの窓", (await app.Send(new GetSite())).Value.Settings.Name);
    }

    [Fact]
    public async Task What_was_refused_changes_nothing()
    {
        await app.Send(new SaveSite(new SiteSettings { Name = "前の名前" }), Administrator);
        var refused = await app.Send(new SaveSite(new SiteSettings { Name = "後の名前", ActionColour = "#ffcc00" }), Administrator);
        Assert.Equal("colour-contrast", refused.Why!.Code);
        Assert.Equal("field-too-long", (await app.Send(new SaveSite(new SiteSettings { Name = new string('長', 61) }), Administrator)).Why!.Code);
        Assert.Equal("前の名前", (await app.Send(new GetSite())).Value.Settings.Name);
    }

    [Fact]
    public async Task Whoever_saves_over_another_administrators_change_is_told()
    {
        var seen = (await app.Send(new GetSite())).Value.Version;
        Assert.False((await app.Send(new SaveSite(new SiteSettings { Name = "先に" }, seen), Administrator)).Refused);
        Assert.Equal(Refusal.ChangedMeanwhile, (await app.Send(new SaveSite(new SiteSettings { Name = "後から" }, seen), Administrator)).Why);
    }

    [Fact]
    public async Task Another_node_wears_the_new_face_soon()
    {
        await using var other = await app.Join();
        await other.Send(new GetSite());
        await app.Send(new SaveSite(new SiteSettings { Name = "あちらでも" }), Administrator);
        await Wait.Until(async () => (await other.Send(new GetSite())).Value.Settings.Name == "あちらでも");
    }

    [Fact]
    public async Task A_mark_has_an_address_of_its_own_and_is_taken_off_again()
    {
        byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 32, 0, 0, 0, 32, 8, 6, 0, 0, 0];
        Assert.False((await app.Send(new SaveSiteMark(png), Administrator)).Refused);
        var mark = (await app.Send(new GetSiteMark())).Value;
        Assert.Equal(png, mark.Bytes);
        Assert.Equal(("image/png", (await app.Send(new GetSite())).Value.MarkHash), (mark.MediaType, mark.Hash));
        await app.Send(new SaveSiteMark(null), Administrator);
        Assert.Equal(Refusal.NotFound, (await app.Send(new GetSiteMark())).Why);
    }
}

public sealed class SiteOnSqlite(OnSqlite engine) : SiteTests(engine), IClassFixture<OnSqlite>;

public sealed class SiteOnPostgres(OnPostgres engine) : SiteTests(engine), IClassFixture<OnPostgres>;
