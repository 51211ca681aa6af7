using Participation.Domain.Grouping;

namespace Participation.Domain.Tests.Grouping;

public sealed class MeaningGroupsTests
{
    static readonly string[] Opinions =
    [
        "街灯が少なくて夜道が暗いです。中学校の前に街灯を増やしてください。",
        "部活の帰りに夜道を歩く生徒がいます。街灯の増設を急いでください。",
        "市営バスの本数を減らさないでください。病院へ通う足がなくなります。",
        "通院に市営バスを使っています。本数がこれ以上減ると病院へ行けません。",
        "港の広場に屋根がほしい。雨の日にも朝市が開けます。",
        "図書館の開館時間を延ばしてください。",
    ];

    [Fact]
    public void Opinions_of_one_subject_are_offered_together_in_words_of_their_own()
    {
        var groups = MeaningGroups.Suggest(Opinions);
        Assert.Equal(["0,1", "2,3"], groups.Select(g => string.Join(',', g.Texts)).Order());
        Assert.All(groups, g => Assert.InRange(g.Likeness, 0.2, 1));
    }

    [Fact]
    public void A_suggestion_says_which_words_weighed_and_they_can_be_read()
    {
        var words = MeaningGroups.Suggest(Opinions).Single(g => g.Texts.Contains(2)).Words;
        Assert.Contains("市営", words.Select(w => w.Word));
        Assert.Contains("バス", words.Select(w => w.Word));
        Assert.Contains("病院", words.Select(w => w.Word));
        Assert.Equal(words.OrderByDescending(w => w.Weight), words);
        Assert.All(words, w => Assert.InRange(w.Weight, 1, 1000));
    }

    [Fact]
    public void Whoever_came_first_changes_nothing()
    {
        var random = new Random(5);
        var expected = Sets(Opinions);
        for (var round = 0; round < 20; round++)
        {
            var shuffled = Opinions.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(expected, Sets(shuffled));
        }
    }

    [Fact]
    public void Copies_go_where_their_text_goes_and_do_not_change_it()
    {
        string[] copied = [.. Opinions, "街灯が少なくて\n夜道が暗いです。 中学校の前に街灯を増やしてください。", Opinions[5]];
        Assert.Contains(MeaningGroups.Suggest(copied), g => g.Texts.SequenceEqual([0, 1, 6]));
        Assert.DoesNotContain(MeaningGroups.Suggest(copied), g => g.Texts.Contains(5));
    }

    [Fact]
    public void In_a_section_where_all_speak_of_one_thing_the_other_sections_tell_that_it_is_not_a_common_word()
    {
        string[] section = ["冬の通学路が真っ暗なので街灯を増やしてください。", "街灯が足りず、塾の帰りの通学路がこわいです。", "犬の散歩をする者です。通学路の街灯が切れています。"];
        Assert.Equal([0, 1, 2], Assert.Single(MeaningGroups.Suggest(section, [.. Opinions.Where(o => !o.Contains("街灯", StringComparison.Ordinal)), .. section])).Texts);
        // What else was said is compared with nobody, however much it says the same.
        Assert.Empty(MeaningGroups.Suggest([section[0]], section));
    }

    [Fact]
    public void Nothing_and_one_text_make_no_group()
    {
        Assert.Empty(MeaningGroups.Suggest([]));
        Assert.Empty(MeaningGroups.Suggest([Opinions[0]]));
        Assert.Empty(MeaningGroups.Suggest(["", "……！？", "\uD800", "ああ", "2026"]));
    }

    [Fact]
    public void A_character_of_two_halves_is_one_in_the_words()
    {
        string[] texts = ["𠮷野川の堤防を高くしてください。", "𠮷野川の水位が心配です。堤防はどうなりますか。", .. Opinions];
        var words = MeaningGroups.Suggest(texts).Single(g => g.Texts.Contains(0)).Words.Select(w => w.Word).ToList();
        Assert.Contains("𠮷野川", words);
        Assert.All(words, word => Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(word))));
    }

    [Fact]
    public void Particles_and_numbers_alone_join_nobody()
    {
        string[] texts = ["これはとてもよいことだとおもいます8000", "それはとてもよいことだとおもいました8000", .. Opinions];
        Assert.DoesNotContain(MeaningGroups.Suggest(texts), g => g.Texts.Contains(0));
    }

    [Fact]
    public void One_character_ten_thousand_times_is_taken_as_it_comes()
    {
        string[] texts = [new('森', 10_000), new('森', 9_000), new('ー', 10_000), new('A', 10_000), .. Opinions];
        Assert.Contains(MeaningGroups.Suggest(texts), g => g.Texts.SequenceEqual([0, 1]));
    }

    [Fact]
    public void A_long_run_says_how_far_it_is_and_can_be_left()
    {
        var texts = Enumerable.Range(0, 1_000).Select(i => $"{Opinions[i % Opinions.Length]}第{i}地区").Select((t, i) => t + (char)('一' + i)).ToList();
        using var leave = new CancellationTokenSource();
        var told = new Told(leave);
        Assert.ThrowsAny<OperationCanceledException>(() => MeaningGroups.Suggest(texts, progress: told, ct: leave.Token));
        Assert.Equal([256], told.Done);
    }

    static List<string> Sets(string[] texts) =>
        [.. MeaningGroups.Suggest(texts).Select(g => $"{g.Likeness:F12} {string.Join('|', g.Texts.Select(t => texts[t]).Order(StringComparer.Ordinal))} {string.Join(',', g.Words)}")];

    sealed class Told(CancellationTokenSource leave) : IProgress<int>
    {
        public List<int> Done { get; } = [];

        public void Report(int value)
        {
            Done.Add(value);
            leave.Cancel();
        }
    }
}
