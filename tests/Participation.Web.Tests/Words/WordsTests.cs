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

    [Theory]
    [MemberData(nameof(Families))]
    public void Every_kanji_of_ours_has_a_reading(Type family)
    {
        var japanese = Read(new ResourceManager(family), CultureInfo.InvariantCulture);
        var easy = Read(new ResourceManager($"{family.FullName}.{Languages.Easy}", family.Assembly), CultureInfo.InvariantCulture);
        var unread = japanese.Values.Concat(easy.Values)
            .Where(words => Ruby().Replace(Readings.Ours.Ruby(Place().Replace(words, "35")), "").Any(Readings.IsKanji));
        Assert.Empty(unread);
    }

    [Theory]
    [InlineData("2日から14日間", "ふつか じゅうよっかかん")]
    [InlineData("令和7年12月25日（木） 0時10分", "れいわ ねん がつ にち もく じ ぷん")]
    [InlineData("入れる人と入る人、ほかに12人", "い ひと はい ひと にん")]
    public void A_reading_follows_the_words_around_it(string words, string readings) =>
        Assert.Equal(readings, string.Join(' ', Reading().Matches(Readings.Ours.Ruby(words)).Select(m => m.Groups[1].Value)));

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

    [GeneratedRegex("<ruby>.*?</ruby>")]
    private static partial Regex Ruby();

    [GeneratedRegex("<rt>(.*?)</rt>")]
    private static partial Regex Reading();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex("いただ|ください?ませ|ご意見|お読み|お書き|お送り|申し上げ|なければなりません|ないわけ|ざるをえ")]
    private static partial Regex Hard();

    [GeneratedRegex("""(?:Invalid\("[^"]+", |Conflict\(|WithErrorCode\(|new Refusal\(RefusalKind\.\w+, |UnreadableTableException\(|=> )"(?<code>[a-z]+(?:-[a-z0-9]+)+)"|new\([^,()]+, "(?<code>[a-z]+(?:-[a-z]+)*)"[,)]""")]
    private static partial Regex Codes();
}
