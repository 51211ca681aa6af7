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
    public void Every_word_is_in_both_languages_with_the_same_places_to_fill(Type family)
    {
        var resources = new ResourceManager(family);
        var japanese = Read(resources, CultureInfo.InvariantCulture);
        var english = Read(resources, new CultureInfo("en"));
        Assert.Equal(japanese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(japanese, word => Assert.Equal(Places(word.Value), Places(english[word.Key])));
        Assert.All(japanese.Values.Concat(english.Values), words => Assert.False(string.IsNullOrWhiteSpace(words)));
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

    [GeneratedRegex("""(?:Invalid\("[^"]+", |Conflict\(|WithErrorCode\(|new Refusal\(RefusalKind\.\w+, |UnreadableTableException\(|=> )"(?<code>[a-z]+(?:-[a-z0-9]+)+)"|new\([^,()]+, "(?<code>[a-z]+(?:-[a-z]+)*)"[,)]""")]
    private static partial Regex Codes();
}
