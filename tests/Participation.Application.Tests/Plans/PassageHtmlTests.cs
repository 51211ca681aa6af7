using Participation.Application.Plans;
using Participation.Domain.Plans;

namespace Participation.Application.Tests.Plans;

public sealed class PassageHtmlTests
{
    [Theory]
    [InlineData("[案内](https://example.jp/a?b=c)", "https://example.jp/a?b=c")]
    [InlineData("[案内](HTTP://example.jp/)", "HTTP://example.jp/")]
    [InlineData("[案内](mailto:plan@example.jp)", "mailto:plan@example.jp")]
    [InlineData("[案内](#s0000000)", "#s0000000")]
    [InlineData("<https://example.jp/>", "https://example.jp/")]
    public void Links_to_the_web_to_mail_and_within_the_page_are_kept(string markdown, string href)
    {
        var html = PassageHtml.Render(markdown);
        Assert.Contains($"href=\"{href}\"", html, StringComparison.Ordinal);
        Assert.Contains("rel=\"nofollow noopener\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[案内](javascript:alert(1))")]
    [InlineData("[案内](JaVaScRiPt:alert(1))")]
    [InlineData("[案内](java&#115;cript:alert(1))")]
    [InlineData("[案内](&#x6A;avascript:alert(1))")]
    [InlineData("[案内](<java\tscript:alert(1)>)")]
    [InlineData("[案内](< javascript:alert(1)>)")]
    [InlineData("[案内](&#1;javascript:alert(1))")]
    [InlineData("[案内](vbscript:x)")]
    [InlineData("[案内](data:text/html,x)")]
    [InlineData("[案内](file:///etc/passwd)")]
    [InlineData("[案内](//example.jp/)")]
    [InlineData("[案内](/admin)")]
    [InlineData("[案内](\\\\example.jp)")]
    [InlineData("[案内](https:javascript)")]
    [InlineData("[案内]()")]
    [InlineData("[案内][x]\n\n[x]: javascript:alert(1)")]
    [InlineData("![案内](https://example.jp/pixel.png)")]
    [InlineData("![案内](data:image/svg+xml,x)")]
    public void Every_other_link_or_picture_becomes_its_words(string markdown) =>
        Assert.Equal("<p>案内</p>", PassageHtml.Render(markdown).Trim());

    [Theory]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<data:text/html,x>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<!-- x -->")]
    public void Html_and_odd_addresses_are_shown_as_text(string markdown)
    {
        var html = PassageHtml.Render(markdown).Trim();
        Assert.StartsWith("<p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain('<', html[3..^4]);
    }

    [Theory]
    [InlineData("a picture in a link: [![代替](https://example.jp/p.png)](javascript:x)", "<p>a picture in a link: 代替</p>")]
    [InlineData("[**強調**と`コード`](javascript:x)", "<p><strong>強調</strong>と<code>コード</code></p>")]
    public void What_stood_inside_a_refused_link_keeps_its_form(string markdown, string html) =>
        Assert.Equal(html, PassageHtml.Render(markdown).Trim());

    [Theory]
    [InlineData("1. 題 *強調* _下線_ **太** `c` # | ~~x~~ <b> &amp; [a](http://b) ![c](d) \\ ^x^ {y} $z$ ==m== :--")]
    [InlineData("# 見出しではない")]
    [InlineData("- 点ではない")]
    [InlineData("+ 点ではない")]
    [InlineData("12) 番号ではない")]
    [InlineData("===")]
    [InlineData("***")]
    [InlineData("> 引用ではない")]
    [InlineData("~~~")]
    [InlineData("[a]: http://example.jp/")]
    [InlineData("| a | b |")]
    [InlineData("1-1 題 48.4% —")]
    public void Plain_words_are_shown_as_themselves(string words)
    {
        var html = PassageHtml.Render(PassageDrafts.Of(PassageKind.Paragraph, words).Markdown).Trim();
        Assert.Equal(words, Shown(html, "p"));
        var table = PassageHtml.Render(PassageDrafts.Table([[words, "b"], ["", words]]).Markdown);
        Assert.Equal(2, table.Split(System.Net.WebUtility.HtmlEncode(words).Replace("&#39;", "'", StringComparison.Ordinal)).Length - 1);
    }

    [Fact]
    public void Note_marks_are_shown_as_a_reader_expects_and_kept_in_the_text()
    {
        var passage = PassageDrafts.Of(PassageKind.Paragraph, "協働^{*}と共創[※]と自治^{※1}と[仮]です*。");
        Assert.Equal("<p>協働＊と共創※と自治※1と[仮]です*。</p>", PassageHtml.Render(passage.Markdown).Trim());
        Assert.Equal("協働^{*}と共創[※]と自治^{※1}と[仮]です*。", passage.Text);
    }

    static string Shown(string html, string tag)
    {
        Assert.StartsWith($"<{tag}>", html, StringComparison.Ordinal);
        Assert.EndsWith($"</{tag}>", html, StringComparison.Ordinal);
        return System.Net.WebUtility.HtmlDecode(html[(tag.Length + 2)..^(tag.Length + 3)]);
    }
}
