using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Participation.Bench.Running;

/// <summary>Words of our own of the length people write.</summary>
static class Sample
{
    public const string Plan = """
        # 歩道を広げる

        朝と夕方は通学の子どもと通勤の自転車が同じ狭い歩道を通っています。幅を三メートルに広げ、段差をなくします。

        ## 木陰をつくる

        夏に歩く人のために、十五メートルごとに木を植え、ベンチを置きます。

        # 港の見える広場

        使われなくなった荷さばき場を、市が立つ日も立たない日も人が集まれる広場にします。

        ## 広場の使い方

        予約なしで使える日を月に二十日以上とし、残りの日は催しに貸し出します。
        """;

    const string Sentence = "歩道を広げる案に賛成しますが、雪の朝に誰が除雪をするのかが計画からは読み取れませんでした。通学の時間に間に合うように、"
        + "市と町内会の分担をあらかじめ書いておいてほしいと思います。";

    /// <summary>Japanese as browsers send it, not escaped.</summary>
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>About so many characters.</summary>
    public static string Opinion(int characters)
    {
        var text = new StringBuilder();
        while (text.Length < characters) text.Append(Sentence);
        return text.ToString(0, characters);
    }

    /// <summary>A submission as the API takes it. <paramref name="mark"/> stands at the head of its first opinion.</summary>
    public static byte[] Submission(string? anchor, string mark, int opinions = 1, int characters = 400) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            sender = new { name = "大町 みどり" },
            opinions = Enumerable.Range(0, opinions).Select(i => new { anchor, text = (i == 0 ? mark : "") + Opinion(characters) }),
        },
        Json);
}
