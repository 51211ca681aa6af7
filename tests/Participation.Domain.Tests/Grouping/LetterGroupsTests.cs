using Participation.Domain.Grouping;

namespace Participation.Domain.Tests.Grouping;

public sealed class LetterGroupsTests
{
    const string Letter = "大町に住む菊池です。歩道を広げる案に賛成しますが、雪の朝に誰が除雪をするのかが読み取れませんでした。分担を書いてください。";
    const string Other = "港の広場を市の立たない日にも使えるようにしてください。屋根とベンチがあれば、お年寄りも子どもも一日過ごせます。";

    readonly LetterGroups groups = new();

    [Theory]
    [InlineData("大町に住む菊池です。\r\n\r\n歩道を広げる案に賛成しますが、雪の朝に誰が除雪をするのかが読み取れませんでした。分担を書いてください！")]
    [InlineData("大町に住む菊池です　歩道を広げる案に賛成しますが 雪の朝に誰が除雪をするのかが読み取れませんでした 分担を書いてください")]
    public void Spaces_lines_and_punctuation_make_no_other_text(string copy)
    {
        groups.Place(Letter);
        Assert.Equal(new Placed(Placing.Same, 0, 1, 0), groups.Place(copy));
    }

    [Theory]
    [InlineData("ﾊﾟﾌﾞﾘｯｸｺﾒﾝﾄの期間を延ばしてください", "パブリックコメントの期間を延ばしてください")]
    [InlineData("ＫＰＩは２０３０年に３０％とすべきです", "kpiは2030年に30%とすべきです")]
    [InlineData("か\u3099っこうの前を通る道です。直してください", "がっこうの前を通る道です。直してください")]
    public void Width_case_and_composed_letters_make_no_other_text(string one, string other)
    {
        groups.Place(one);
        Assert.Equal(Placing.Same, groups.Place(other).As);
    }

    [Fact]
    public void A_letter_with_another_name_joins_its_form_and_says_how_like_it_is()
    {
        groups.Place(Other);
        groups.Place(Letter);
        var placed = groups.Place(Letter.Replace("菊池", "小笠原", StringComparison.Ordinal));
        Assert.Equal((Placing.FormLetter, 1), (placed.As, placed.Group));
        Assert.InRange(placed.Likeness, 0.8, 0.99);
    }

    [Fact]
    public void Another_subject_is_another_group()
    {
        Assert.Equal(new Placed(Placing.First, 0, 1, 0), groups.Place(Letter));
        Assert.Equal(new Placed(Placing.First, 1, 1, 1), groups.Place(Other));
        Assert.Equal(2, groups.Count);
    }

    [Fact]
    public void A_word_or_two_is_counted_and_never_grouped()
    {
        var against = groups.Place("反対");
        Assert.Equal(Placing.TooShort, against.As);
        Assert.Equal(against, groups.Place("反対！！"));
        Assert.NotEqual(against.Group, groups.Place("賛成です").Group);
        Assert.Equal(0, groups.Count);
    }

    [Fact]
    public void Nothing_but_marks_is_counted_too() => Assert.Equal(Placing.TooShort, groups.Place("……！？　").As);

    [Fact]
    public void Placing_many_at_once_is_placing_them_one_by_one()
    {
        var texts = Enumerable.Range(0, 20_000)
            .Select(i => (i % 3) switch { 0 => $"{i % 700}番地の者です。{Letter}", 1 => $"{Other}{i % 90}", _ => $"賛成{i % 5}" }).ToList();
        var one = new LetterGroups();
        Assert.Equal(texts.Select(one.Place), groups.PlaceAll(texts));
    }

    [Fact]
    public void A_long_run_says_how_far_it_is_and_can_be_left()
    {
        var texts = Enumerable.Range(0, 30_000).Select(i => $"{Letter}{i}").ToList();
        using var leave = new CancellationTokenSource();
        var told = new Told(leave);
        Assert.ThrowsAny<OperationCanceledException>(() => groups.PlaceAll(texts, told, leave.Token));
        Assert.Equal([8192], told.Done);
    }

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
