using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Mail;
using Participation.Data;
using Participation.TestKit;

namespace Participation.Web.Tests.Mail;

public sealed class MailPageTests(SiteOnSqlite site) : IClassFixture<SiteOnSqlite>
{
    [Fact]
    public async Task What_is_mailed_in_development_lies_in_the_folder_and_stands_on_the_page()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var (seal, clock) = (scope.ServiceProvider.GetRequiredService<LetterSeal>(), scope.ServiceProvider.GetRequiredService<TimeProvider>());
        db.Add(await seal.Queue("one", new("sakura@example.jp", "確認のお願い", "<b>こちら</b>"), clock.GetUtcNow(), default));
        await db.SaveChangesAsync();

        await Wait.Until(() => Directory.Exists(site.MailFolder) && Directory.GetFiles(site.MailFolder, "*.eml").Length is 1);
        await Wait.Until(async () => (await site.Http.GetStringAsync("/dev/mail")).Contains("確認のお願い", StringComparison.Ordinal));
        var page = await site.Http.GetStringAsync("/dev/mail");
        Assert.Contains("sakura@example.jp", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;こちら&lt;/b&gt;", page, StringComparison.Ordinal);
    }
}

/// <summary>Elsewhere nobody reads other people's mail.</summary>
public sealed class MailPageInProductionTests(ProductionSite site) : IClassFixture<ProductionSite>
{
    [Fact]
    public async Task There_is_no_such_page() => Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync("/dev/mail")).StatusCode);
}

public sealed class ProductionSite() : TestSite(DatabaseProvider.Sqlite, "Production");
