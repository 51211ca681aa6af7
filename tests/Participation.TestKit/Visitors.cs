using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Participation.TestKit;

/// <summary>Whoever comes with a browser of their own and signs in by the page.</summary>
public static partial class Visitors
{
    /// <summary>One of the demo's people. Where a page leads on to, it does not follow.</summary>
    public static async Task<HttpClient> SignedIn(this TestSite site, string email)
    {
        var browser = new HttpClient(new HttpClientHandler { UseCookies = true, AllowAutoRedirect = false }) { BaseAddress = site.Address };
        var token = Token().Match(await browser.GetStringAsync("/account/sign-in")).Groups[1].Value;
        using var answer = await browser.PostAsync("/account/sign-in", new FormUrlEncodedContent(
            [new("_handler", "sign-in"), new("__RequestVerificationToken", token), new("Form.Email", email), new("Form.Password", "Kamaishi-2026!")]));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
