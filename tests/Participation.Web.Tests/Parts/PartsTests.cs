using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Participation.Domain.Consultations;
using Participation.Web.Parts;

namespace Participation.Web.Tests.Parts;

public sealed class PartsTests : BunitContext
{
    public PartsTests()
    {
        System.Globalization.CultureInfo.CurrentUICulture = new("ja");
        Services.AddLocalization();
    }

    [Fact]
    public void A_field_in_error_is_tied_to_its_words()
    {
        var field = Render<Field>(p => p.Add(f => f.Id, "name").Add(f => f.Name, "Form.Name").Add(f => f.Label, "お名前")
            .Add(f => f.Hint, "団体名でも").Add(f => f.Error, "入力してください。").Add(f => f.Required, true));
        var input = field.Find("input");
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("name-hint name-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("入力してください。", field.Find("#name-error").TextContent);
        Assert.Equal("お名前必須", string.Concat(field.Find("label[for=name]").TextContent.Where(c => !char.IsWhiteSpace(c))));
    }

    [Fact]
    public void A_textarea_keeps_the_first_line_end_of_its_text()
    {
        var area = Render<TextAreaField>(p => p.Add(f => f.Id, "t").Add(f => f.Name, "T").Add(f => f.Label, "ご意見").Add(f => f.Value, "\n二行目から"));
        Assert.Contains(">\n\n二行目から</textarea>", area.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void An_opinion_is_shown_as_text_and_never_as_markup()
    {
        var card = Render<OpinionCard>(p => p.Add(o => o.Sequence, 3).Add(o => o.ReceivedAt, new DateTimeOffset(2025, 12, 24, 15, 0, 0, TimeSpan.Zero))
            .Add(o => o.Text, "<script>alert(1)</script>\n改行").Add(o => o.Place, "第1章").Add(o => o.PlaceHref, "/plan#p1"));
        Assert.Empty(card.FindAll("script"));
        Assert.Equal("<script>alert(1)</script>\n改行", card.Find(".opinion-text").TextContent);
        Assert.Equal("令和7年12月25日（木） 0時00分", card.Find("time").TextContent);
        card.Find(".opinion-place a").MarkupMatches("""<a href="/plan#p1">第1章</a>""");
    }

    [Theory]
    [InlineData(Stage.Open, "募集中")]
    [InlineData(Stage.Closed, "募集終了")]
    public void A_stage_is_said_in_words(Stage stage, string words) =>
        Assert.Equal(words, Render<StageBadge>(p => p.Add(b => b.Stage, stage)).Find("span").TextContent);

    [Theory]
    [InlineData(-1, "募集は終わりました")]
    [InlineData(30, "あと1分足らず")]
    [InlineData(150, "あと2分")]
    [InlineData(7260, "あと2時間1分")]
    [InlineData(180_000, "あと2日と2時間")]
    public void What_is_left_of_a_window_is_said_in_words(int seconds, string words)
    {
        var now = new DateTimeOffset(2026, 1, 20, 0, 0, 0, TimeSpan.Zero);
        var countdown = Render<Countdown>(p => p.Add(c => c.Until, now.AddSeconds(seconds)).Add(c => c.Now, now));
        Assert.Equal(words, countdown.Find("[data-countdown-left]").TextContent);
    }

    [Fact]
    public void An_error_summary_leads_to_each_field()
    {
        var summary = Render<ErrorSummary>(p => p.Add(s => s.Errors, [new("sender-name", "お名前", "入力してください。")]));
        Assert.Equal("#sender-name", summary.Find("[role=alert] a").GetAttribute("href"));
    }
}
