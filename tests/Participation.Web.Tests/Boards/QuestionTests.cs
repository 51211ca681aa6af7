using Participation.TestKit;

namespace Participation.Web.Tests.Boards;

/// <summary>What phones do to questions over the hub.</summary>
public sealed class QuestionTests(SiteOnSqlite site) : IClassFixture<SiteOnSqlite>
{
    [Fact]
    public async Task Words_mended_without_a_network_are_refused_to_their_phone_where_somebody_supports_the_question_meanwhile()
    {
        var hall = await Hall.Open(site);
        await using var asker = await hall.Join();
        await using var other = await hall.Join();
        var question = Guid.NewGuid();
        asker.Do("WriteNote", question, hall.Questions, 0, "橋はいつできますか", "yellow");
        await asker.Sent;
        await asker.Cut();
        asker.Do("EditNote", question, "べつの質問", "yellow");
        asker.Do("SplitNote", question, Guid.NewGuid(), "橋は", "いつできますか");
        other.Do("SupportQuestion", question, true, Guid.NewGuid().ToString(), null);
        await other.Sent;
        await asker.ComeBack();
        await asker.Sent;
        Assert.Equal([null, "question-supported", "question-supported"], asker.Acts.Select(a => a.Refused));
        var stands = Assert.Single((await hall.Seen()).Notes);
        Assert.Equal(("橋はいつできますか", 1), (stands.Text, stands.Supports));
        asker.Do("RemoveNote", question, true);
        await asker.Sent;
        Assert.Empty((await hall.Seen()).Notes);
    }

    [Fact]
    public async Task A_support_from_a_phone_that_was_away_while_the_question_was_rewritten_is_refused_to_it()
    {
        var hall = await Hall.Open(site);
        await using var asker = await hall.Join();
        await using var other = await hall.Join();
        var question = Guid.NewGuid();
        asker.Do("WriteNote", question, hall.Questions, 0, "橋はいつできますか", "yellow");
        await asker.Sent;
        var read = Assert.Single((await hall.Seen()).Notes).Words;
        await other.Cut();
        asker.Do("EditNote", question, "べつの質問", "yellow");
        await asker.Sent;
        Support(read);
        await other.ComeBack();
        await other.Sent;
        Support(Assert.Single((await hall.Seen()).Notes).Words);
        await other.Sent;
        Assert.Equal(["question-reworded", null], other.Acts.Select(a => a.Refused));
        Assert.Equal(1, Assert.Single((await hall.Seen()).Notes).Supports);

        void Support(string? words) => other.Do("SupportQuestion", question, true, Guid.NewGuid().ToString(), words);
    }
}
