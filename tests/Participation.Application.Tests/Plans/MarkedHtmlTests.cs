using Participation.Application.Plans;
using Participation.Domain.Search;

namespace Participation.Application.Tests.Plans;

public sealed class MarkedHtmlTests
{
    [Theory]
    [InlineData("<p>市の計画</p>", "計画", "<p>市の<mark>計画</mark></p>")]
    [InlineData("<p>a &lt;p&gt; &amp; b</p>", "p", "<p>a &lt;<mark>p</mark>&gt; &amp; b</p>")]
    [InlineData("""<p><a href="https://example.jp/href" title="a>href">href</a></p>""", "href", """<p><a href="https://example.jp/href" title="a>href"><mark>href</mark></a></p>""")]
    [InlineData("<p>計<em>画</em></p>", "計画", "<p>計<em>画</em></p>")]
    [InlineData("<p>ＡＩ</p>", "ai", "<p><mark>ＡＩ</mark></p>")]
    public void Only_words_are_marked(string html, string query, string marked) => Assert.Equal(marked, MarkedHtml.Of(html, SearchTerms.Of(query)));
}
