using Participation.TestKit;

namespace Participation.Browser.Tests.Running;

/// <summary>What a town's people might send: letters of a few forms, the same text again and again, a word or two, and words of one's own.</summary>
static class GeneratedOpinions
{
    static readonly string[] Names = ["佐々木", "千葉", "菊池", "小笠原", "及川", "三浦", "阿部", "藤原"];

    static readonly string[] Forms =
    [
        "大町に住む{0}です。歩道を広げる案に賛成しますが、雪の朝に誰が除雪をするのかが読み取れませんでした。分担を計画に書いてください。",
        "{0}と申します。港の広場を市の立たない日にも使えるようにしてください。屋根とベンチがあれば、お年寄りも子どもも一日過ごせます。",
        "わたくし{0}は、図書館の閉館を夜九時まで延ばすことを求めます。高校生が帰りのバスを待つあいだに勉強できる場所が町にありません。",
    ];

    static readonly string[] Same =
    [
        "中学校の跡地は、避難のときに使う広場として残してください。",
        "バスの本数を朝と夕方だけでも増やしてほしいです。通院に困っています。",
        "空き家の手入れに補助を出すなら、借りたい人の相談窓口も一緒に作ってください。",
    ];

    /// <summary>One wish in several people's own words.</summary>
    static readonly string[][] Alike =
    [
        [
            "通学路の街灯が暗くて、冬の夕方は子どもだけで帰らせるのが心配です。街灯を増やしてください。",
            "冬になると通学路の街灯が足りず、夕方の帰り道が真っ暗です。子どものために街灯を増やしてください。",
            "子どもの通学路に街灯を増やしてください。夕方は暗く、冬の帰り道がとても心配です。",
        ],
        [
            "鹿が畑を荒らして、植えた野菜がほとんど食べられました。鹿の被害を防ぐ柵に補助をお願いします。",
            "畑の野菜を鹿に食べられて困っています。鹿を防ぐ柵への補助を計画に入れてください。",
            "鹿の被害で畑をやめる人が増えています。野菜を守る柵の補助をお願いします。",
        ],
        [
            "水道料金の値上げをするなら、水道管の古いところから直す順番を示してください。",
            "古い水道管を直す順番を示さないまま、水道料金の値上げだけを決めないでください。",
        ],
    ];

    public static IEnumerable<string> Make(int count)
    {
        var random = new Random(20260123);
        var own = Alike.SelectMany(some => some).ToList();
        for (var i = 0; i < count; i++)
        {
            yield return (i % 8) switch
            {
                0 or 1 or 2 => string.Format(System.Globalization.CultureInfo.InvariantCulture, Forms[i % Forms.Length], Names[random.Next(Names.Length)]),
                3 or 4 or 5 => Same[random.Next(Same.Length)] + (random.Next(2) is 0 ? "" : "　"),
                6 => random.Next(3) is 0 ? "反対" : "賛成です",
                _ => own[i / 8 % own.Count],
            };
        }
    }

    /// <summary>The opinions of a town's citizens, where they lie beside the repository or where PARTICIPATION_DATA says.</summary>
    public static IEnumerable<string> OfATown()
    {
        var folder = Environment.GetEnvironmentVariable("PARTICIPATION_DATA") is { Length: > 0 } said ? said : Path.Combine(Repository.Root, "..", "shared", "data");
        var file = Path.Combine(folder, "ichinoseki-opinions.csv");
        return File.Exists(file) ? Documents.Csv.CsvTable.Read(File.ReadAllBytes(file), ["no", "category", "text"]).Select(row => row["text"]) : [];
    }
}
