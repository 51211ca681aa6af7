using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Participation.TestKit;
using Participation.Web.Words;

namespace Participation.Web.Tests.Words;

public sealed partial class WordsTests
{
    public static TheoryData<Type> Families => [typeof(PageWords), typeof(RefusalWords)];

    [Theory]
    [MemberData(nameof(Families))]
    public void Every_word_is_in_all_three_languages_with_the_same_places_to_fill(Type family)
    {
        var resources = new ResourceManager(family);
        var japanese = Read(resources, CultureInfo.InvariantCulture);
        var english = Read(resources, new CultureInfo("en"));
        var easy = Read(new ResourceManager($"{family.FullName}.{Languages.Easy}", family.Assembly), CultureInfo.InvariantCulture);
        foreach (var other in new[] { english, easy })
        {
            Assert.Empty(japanese.Keys.Except(other.Keys));
            Assert.Empty(other.Keys.Except(japanese.Keys));
            Assert.All(japanese, word => Assert.Equal(Places(word.Value), Places(other[word.Key])));
        }
        Assert.All(japanese.Values.Concat(english.Values).Concat(easy.Values), words => Assert.False(string.IsNullOrWhiteSpace(words)));
    }

    /// <summary>What the guidelines for やさしい日本語 tell writers to leave out, and a length that a sentence need not pass.</summary>
    [Theory]
    [MemberData(nameof(Families))]
    public void Easy_words_are_short_sentences_without_honorifics_or_double_negatives(Type family)
    {
        var easy = Read(new ResourceManager($"{family.FullName}.{Languages.Easy}", family.Assembly), CultureInfo.InvariantCulture);
        foreach (var (key, words) in easy)
        {
            Assert.False(Hard().IsMatch(words), $"{key}: {words}");
            Assert.All(words.Split('。'), sentence => Assert.True(sentence.Length <= 70, $"{key}: {sentence}"));
        }
    }

    [Fact]
    public void Every_code_that_can_be_refused_with_has_its_words()
    {
        var words = Read(new ResourceManager(typeof(RefusalWords)), CultureInfo.InvariantCulture);
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "Verbs"));
        var codes = sources.SelectMany(f => Codes().Matches(File.ReadAllText(f))).Select(m => m.Groups["code"].Value).Distinct().ToList();
        Assert.True(codes.Count > 30);
        Assert.Empty(codes.Except(words.Keys));
    }

    static Dictionary<string, string> Read(ResourceManager resources, CultureInfo culture) =>
        resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    static string Places(string text) => string.Concat(Place().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex("いただ|ください?ませ|ご意見|お読み|お書き|お送り|申し上げ|なければなりません|ないわけ|ざるをえ")]
    private static partial Regex Hard();

    [GeneratedRegex("""(?:Invalid\("[^"]+", |Conflict\(|WithErrorCode\(|new Refusal\(RefusalKind\.\w+, |UnreadableTableException\(|=> )"(?<code>[a-z]+(?:-[a-z0-9]+)+)"|new\([^,()]+, "(?<code>[a-z]+(?:-[a-z]+)*)"[,)]""")]
    private static partial Regex Codes();
}
