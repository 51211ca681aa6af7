using Participation.Application.Boards;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Boards;

public abstract class TemplateTests(EngineFixture engine)
{
    static readonly Caller InOneSpace = new()
    {
        ActorId = "facilitator-2", UserId = "facilitator-2", SpaceRoles = new HashSet<SpaceRole> { new(Roles.Facilitator, "harbour") },
    };

    readonly TestApp app = engine.App;

    [Fact]
    public async Task Columns_of_ones_own_are_kept_under_a_name_and_the_same_name_again_replaces_them()
    {
        await app.Send(new SaveBoardTemplate(" 海と山 ", null, ["海", "山"]), Hall.Facilitator);
        Assert.False((await app.Send(new SaveBoardTemplate("海と山", null, ["海", "川", "山"]), Hall.Facilitator)).Refused);
        var kept = Assert.Single(await Listed(Hall.Facilitator), t => t.Name is "海と山");
        Assert.Equal(["海", "川", "山"], kept.Columns);
        Assert.False((await app.Send(new RemoveBoardTemplate(kept.Id), Hall.Facilitator)).Refused);
        Assert.DoesNotContain(await Listed(Hall.Facilitator), t => t.Id == kept.Id);
        Assert.Equal(Refusal.NotFound, (await app.Send(new RemoveBoardTemplate(kept.Id), Hall.Facilitator)).Why);
    }

    [Fact]
    public async Task A_space_sees_the_sites_templates_and_its_own_and_changes_its_own_alone()
    {
        await app.Send(new SaveBoardTemplate("町の型", null, ["よいところ"]), Hall.Facilitator);
        await app.Send(new SaveBoardTemplate("よその型", "hills", ["心配"]), Hall.Facilitator);
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new SaveBoardTemplate("型", null, ["一"]), InOneSpace)).Why);
        Assert.False((await app.Send(new SaveBoardTemplate("港の型", "harbour", ["船", "灯台"]), InOneSpace)).Refused);
        var listed = await Listed(InOneSpace);
        Assert.Equal([("港の型", true), ("町の型", false)], listed.Select(t => (t.Name, t.Mine)).Order());
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new RemoveBoardTemplate(listed.Single(t => !t.Mine).Id), InOneSpace)).Why);
    }

    [Theory]
    [InlineData("", "一", "template")]
    [InlineData("型", "", "columns")]
    [InlineData("型", "1 2 3 4 5 6 7", "columns")]
    public async Task What_cannot_be_a_template_is_refused_by_its_field(string name, string columns, string field)
    {
        var refused = await app.Send(new SaveBoardTemplate(name, null, columns.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Hall.Facilitator);
        Assert.Equal(field, Assert.Single(refused.Why!.Faults).Field);
    }

    async Task<IReadOnlyList<BoardTemplateView>> Listed(Caller caller) => (await app.Send(new ListBoardTemplates(), caller)).Value;
}

public sealed class TemplatesOnSqlite(OnSqlite engine) : TemplateTests(engine), IClassFixture<OnSqlite>;

public sealed class TemplatesOnPostgres(OnPostgres engine) : TemplateTests(engine), IClassFixture<OnPostgres>;
