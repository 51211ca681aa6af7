using System.Net;
using Participation.Data;
using Participation.TestKit;

namespace Participation.Web.Tests.Hosting;

public sealed class HeadTests
{
    [Fact]
    public async Task A_monitor_that_asks_for_the_head_of_a_page_gets_it_without_the_page()
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await using var server = await ServerProcess.Start(database.Options, ("Seeds__Load", "none"));
        foreach (var path in new[] { "/", "/accessibility", "/api/v1/consultations" })
        {
            using var ask = new HttpRequestMessage(HttpMethod.Head, path);
            using var answer = await server.Http.SendAsync(ask);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        }
        using var nowhere = new HttpRequestMessage(HttpMethod.Head, "/no-such-page");
        Assert.Equal(HttpStatusCode.NotFound, (await server.Http.SendAsync(nowhere)).StatusCode);
    }
}
