using System.Net;
using System.Text.RegularExpressions;
using Participation.TestKit;
using Participation.Web.Tests.Mail;

namespace Participation.Web.Tests.People;

/// <summary>Where nobody has said where the site is, a request must not be able to say it.</summary>
public sealed partial class AccountPagesInProductionTests(ProductionSite site) : IClassFixture<ProductionSite>
{
    [Fact]
    public async Task No_link_is_mailed_to_a_host_that_a_request_made_up()
    {
        using var browser = new HttpClient(new HttpClientHandler { UseCookies = true }) { BaseAddress = site.Address };
        var token = Token().Match(await browser.GetStringAsync("/account/register")).Groups[1].Value;
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/account/register")
        {
            Content = new FormUrlEncodedContent([new("_handler", "register"), new("__RequestVerificationToken", token), new("Form.Email", "sakura@example.jp")]),
        };
        ask.Headers.Host = "evil.example";
        using var answer = await browser.SendAsync(ask);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("このサイトは、まだメールを送れません", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(site.MailFolder) && Directory.EnumerateFiles(site.MailFolder).Any());
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
