using System.Text;

namespace Participation.Bench.Grouping;

/// <summary>
/// Comments as a national call gets them: 207,850, of which 96 % are copies of 8,277 - word for word, re-spaced, or with names and
/// small words exchanged. Made from a seed, so that each run has the same.
/// </summary>
sealed class GeneratedComments
{
    public const int Count = 207_850, Originals = 8_277;

    static readonly string[] Who = ["私", "わたし", "小学生の親", "農家", "漁業者", "市内の事業者", "高校生", "年金で暮らす者", "町内会の役員", "移り住んで三年の者", "隣の市に住む者", "看護師", "店を営む者", "通学路に住む者", "障害のある子の親"];
    static readonly string[] Where = ["駅前", "港", "川沿いの道", "中学校の跡地", "北の沢", "市役所の支所", "図書館", "旧道の坂", "魚市場", "運動公園", "浄水場", "高台の団地", "橋のたもと", "仮設の広場", "診療所の隣", "海岸の松林"];
    static readonly string[] What = ["歩道の幅", "街灯の数", "避難の案内", "ごみの収集日", "保育の定員", "バスの本数", "空き家の手入れ", "雪かきの分担", "駐車場の料金", "水道の値上げ", "木の伐採", "防潮堤の高さ", "祭りの日程", "学校の統合", "太陽光の設備", "図書の購入", "通院の送迎", "鹿の被害", "市民農園", "港の照明"];
    static readonly string[] Judge = ["は計画のとおりでよいと思います", "については説明が足りません", "を見直してください", "に税金を使うことには賛成できません", "をもっと早く進めてほしい", "は子どもたちの代にまで残る問題です", "をほかの地区と同じにしてください", "には数字の根拠を示すべきです", "は今のまま残してください", "を決める前に住民の話を聞いてください"];
    static readonly string[] Because = ["なぜなら", "というのも", "たとえば", "昨年の冬も", "先日の集まりでも話したとおり", "何度もお願いしてきましたが", "高齢の母と歩いてみると", "隣の町の例を見ても", "十年前の大雨のとき", "報告書を読むかぎり"];
    static readonly string[] Fact = ["夜は暗くて足もとが見えません", "朝は車が三十台も並びます", "五年で利用者が半分になりました", "雨のたびに水がたまります", "案内の文字が小さすぎます", "子どもの声が聞こえなくなりました", "維持の費用が書かれていません", "工事の音で眠れない日が続きました", "頼れる人がいない家が増えています", "冬の間は閉まったままです", "誰に聞けばよいのか分かりません", "地図のどこにも載っていません"];
    static readonly string[] Wish = ["ご検討をお願いします", "回答を待っています", "次の会議で取り上げてください", "来年度の予算に入れてください", "担当の方に現地を見てほしいです", "決まったことは広報で知らせてください", "反対の声もあることを忘れないでください", "よい計画になることを願います"];
    static readonly string[] Names = ["佐々木", "千葉", "菊池", "小笠原", "及川", "三浦", "阿部", "藤原", "川崎", "前川", "平野", "岩間"];
    static readonly (string From, string To)[] SmallWords = [("です", "であります"), ("ください", "下さい"), ("ほしい", "欲しい"), ("もっと", "さらに"), ("子ども", "子供"), ("ません", "ないです"), ("すべき", "するべき"), ("今の", "いまの"), ("住民", "市民")];

    GeneratedComments(string[] texts, int[] origins, string[] originals) => (Texts, OriginOf, OriginalTexts) = (texts, origins, originals);

    public IReadOnlyList<string> Texts { get; }

    /// <summary>The planted truth: which original each text is, or is a copy of.</summary>
    public IReadOnlyList<int> OriginOf { get; }

    public IReadOnlyList<string> OriginalTexts { get; }

    public static GeneratedComments Make(int seed = 20260123, int count = Count, int originals = Originals)
    {
        var random = new Random(seed);
        var first = new string[originals];
        for (var i = 0; i < originals; i++) first[i] = Original(random);
        var all = new (string Text, int Origin)[count];
        for (var i = 0; i < originals; i++) all[i] = (first[i], i);
        for (var i = originals; i < count; i++)
        {
            // A few campaigns send most of it.
            var origin = (int)(originals * Math.Pow(random.NextDouble(), 3));
            all[i] = (Copy(random, first[origin]), origin);
        }
        random.Shuffle(all);
        return new([.. all.Select(a => a.Text)], [.. all.Select(a => a.Origin)], first);
    }

    static string Original(Random random)
    {
        List<string> sentences = [$"{Pick(random, Names)}です", $"{Pick(random, Who)}として意見を書きます"];
        for (var i = random.Next(2, 6); i > 0; i--)
        {
            sentences.Add($"{Pick(random, Where)}の{Pick(random, What)}{Pick(random, Judge)}");
            if (random.Next(3) > 0) sentences.Add($"{Pick(random, Because)}、{Pick(random, Fact)}");
        }
        sentences.Add(Pick(random, Wish));
        return string.Concat(sentences.Select(sentence => sentence + "。"));
    }

    static string Copy(Random random, string text) => random.Next(3) switch
    {
        0 => text,
        1 => Respaced(random, text),
        _ => Exchanged(random, text),
    };

    static string Respaced(Random random, string text)
    {
        var spaced = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            spaced.Append(c);
            if (c is '。') spaced.Append(random.Next(4) switch { 0 => "\n", 1 => "\r\n\r\n", 2 => "　", _ => "" });
            else if (random.Next(40) == 0) spaced.Append(' ');
        }
        return spaced.ToString();
    }

    static string Exchanged(Random random, string text)
    {
        foreach (var name in Names) text = text.Replace($"{name}です", $"{Pick(random, Names)}です", StringComparison.Ordinal);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var (from, to) = Pick(random, SmallWords);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }
        return random.Next(3) == 0 ? Respaced(random, text) : text;
    }

    static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
