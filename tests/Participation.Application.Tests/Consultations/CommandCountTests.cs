using Participation.Application.Consultations;
using Participation.Application.Plans;
using Participation.Domain.Consultations;
using Participation.TestKit;

namespace Participation.Application.Tests.Consultations;

public sealed class CommandCountTests(OnSqlite engine) : IClassFixture<OnSqlite>
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task A_list_asks_the_database_as_often_for_one_row_as_for_many()
    {
        var (few, many) = (await app.Announce(), await app.Announce());
        await Submit(few, 1);
        for (var i = 0; i < 30; i++) await Submit(many, 3);
        // A node forgets what it kept of a consultation when it hears of its change, which may be after its own answer.
        await app.HearAll();
        await app.Send(new GetPlan(few));
        await app.Send(new GetPlan(many));

        Assert.Equal(1, await Count(() => app.Send(new ListOpinions(few, NewestFirst: true))));
        Assert.Equal(1, await Count(() => app.Send(new ListOpinions(many, NewestFirst: true))));
        Assert.Equal(1, await Count(() => app.Send(new GetConsultation(many))));
        Assert.Equal(1, await Count(() => app.Send(new CountPassages(many))));
        // The bell of the last commit may ring once more from the file itself, half a second later.
        await Wait.Until(async () => await Count(() => app.Send(new CountPassages(many))) is 0);
        Assert.Equal(0, await Count(() => app.Send(new SearchPlan(many, "市"))));
        Assert.Equal(
            await Count(() => app.Send(new ListSubmissions(few), TestApp.Staff)), await Count(() => app.Send(new ListSubmissions(many), TestApp.Staff)));
        Assert.Equal(2, await Count(() => app.Send(new ListConsultations())));
    }

    static Task<int> Count(Func<Task> work) => Commands.CountOf(work);

    async Task Submit(string slug, int opinions) =>
        await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [.. Enumerable.Range(0, opinions).Select(i => new OpinionDraft($"声 {i}"))]));
}
