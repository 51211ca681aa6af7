using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Participation.Data;
using Participation.TestKit;

namespace Participation.Web.Tests.Hosting;

public sealed class FailingPageTests(FailingPageTests.Site site) : IClassFixture<FailingPageTests.Site>
{
    public sealed class Site() : TestSite(DatabaseProvider.Sqlite);

    [Fact]
    public async Task A_page_that_fails_half_way_says_so_in_the_readers_language()
    {
        var slug = await site.Announce();
        var options = site.Services.GetRequiredService<DatabaseOptions>();
        await using (var database = new SqliteConnection($"{options.ConnectionString};Pooling=False"))
        {
            await database.OpenAsync();
            await using var drop = database.CreateCommand();
            drop.CommandText = "DROP TABLE Tallies";
            await drop.ExecuteNonQueryAsync();
        }
        foreach (var (language, words) in new[] { ("ja", "表示できませんでした"), ("en", "Something went wrong") })
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, $"/consultations/{slug}");
            ask.Headers.Add("Accept-Language", language);
            var answer = await site.Http.SendAsync(ask);
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
