using System.Net;
using System.Net.Http.Json;
using Participation.Data;
using Participation.TestKit;

namespace Participation.Web.Tests.Sites;

public sealed class SiteFaceTests(SiteFaceTests.Site site) : IClassFixture<SiteFaceTests.Site>
{
    public sealed class Site() : TestSite(DatabaseProvider.Sqlite);

    [Fact]
    public async Task A_page_that_was_kept_wears_the_new_face_at_once()
    {
        await site.Http.GetStringAsync("/");
        var saved = await site.Call(HttpMethod.Put, "/api/v1/site", new
        {
            name = "まちの窓", actionColour = "#005a30", pages = new[] { new { slug = "about", title = "このサイト", markdown = "**だれでも**<script>" } },
            announcement = new { text = "停電のため休みます" },
        }, "admin");
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);

        await Wait.Until(async () => (await site.Http.GetStringAsync("/")).Contains("まちの窓", StringComparison.Ordinal));
        var home = await site.Http.GetStringAsync("/");
        foreach (var words in new[] { "停電のため休みます", "/pages/about", "/site.css?action=%23005a30" }) Assert.Contains(words, home, StringComparison.Ordinal);
        Assert.Contains("--action: #005a30", await site.Http.GetStringAsync("/site.css?action=%23005a30&accent="), StringComparison.Ordinal);
        var about = await site.Http.GetStringAsync("/pages/about");
        Assert.Contains("<strong>だれでも</strong>", about, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>\n", about, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("staff", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Nobody_else_may(string? who, HttpStatusCode answer) =>
        Assert.Equal(answer, (await site.Call(HttpMethod.Put, "/api/v1/site", new { name = "x" }, who)).StatusCode);

    [Fact]
    public async Task What_is_no_colour_never_reaches_the_stylesheet()
    {
        var css = await site.Http.GetStringAsync("/site.css?action=red%3B%7D%20body%7Bdisplay%3Anone&accent=%23c74700&within=preview");
        Assert.DoesNotContain("display", css, StringComparison.Ordinal);
        Assert.Contains(".site-preview { --accent: #c74700", css, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_is_none_is_refused_by_name()
    {
        var refused = await site.CallRaw(HttpMethod.Put, "/api/v1/site/mark", "<svg>"u8.ToArray(), "image/png", "admin");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("urn:participation:image-unknown", (await refused.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("type").GetString());
    }
}
