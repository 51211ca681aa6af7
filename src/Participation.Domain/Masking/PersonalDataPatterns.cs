using System.Text.RegularExpressions;

namespace Participation.Domain.Masking;

/// <summary>
/// What personal data look like, on text whose full-width letters, digits and spaces are made narrow. All run without backtracking: their time
/// grows with the text, whatever it is. What is offered is the group <c>it</c>.
/// </summary>
static class PersonalDataPatterns
{
    const string Prefectures =
        "北海道|青森県|岩手県|宮城県|秋田県|山形県|福島県|茨城県|栃木県|群馬県|埼玉県|千葉県|東京都|神奈川県|新潟県|富山県|石川県|福井県|山梨県|長野県|岐阜県|静岡県|愛知県|三重県|" +
        "滋賀県|京都府|大阪府|兵庫県|奈良県|和歌山県|鳥取県|島根県|岡山県|広島県|山口県|徳島県|香川県|愛媛県|高知県|福岡県|佐賀県|長崎県|熊本県|大分県|宮崎県|鹿児島県|沖縄県";

    /// <summary>Halves of pairs too: 𠮷 is a name.</summary>
    const string Kanji = @"[\p{IsCJKUnifiedIdeographs}々ヶ\p{Cs}]";

    /// <summary>Digits as addresses have them: 3, 三, 十二.</summary>
    const string Number = "(?:[0-9]{1,5}|[一二三四五六七八九十百]{1,5})";

    /// <summary>3丁目2番1号, 3-2-1, 12番地の3, 三丁目二の一.</summary>
    const string House = $"{Number}(?:丁目|番地?|号|地割|[-の]{Number})(?:[-の]?{Number}(?:丁目|番地?|号室?)?){{0,4}}";

    const string Town = $"(?:{Kanji}|[ぁ-ゖァ-ヺー]){{0,12}}?";

    /// <summary>The commonest family names: with one of them a form of address or a lone line is a person.</summary>
    const string Families =
        "佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|渡邉|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|林|斎藤|斉藤|齋藤|齊藤|清水|山崎|森|池田|橋本|阿部|石川|山下|中島|石井|小川|前田|岡田|長谷川|" +
        "藤田|後藤|近藤|村上|遠藤|青木|坂本|福田|太田|西村|藤井|金子|岡本|藤原|三浦|中野|中川|原田|松田|竹内|小野|田村|中山|和田|石田|森田|上田|原|内田|柴田|酒井|宮崎|横山|高木|安藤|宮本|大野|小島|" +
        "谷口|今井|工藤|高田|増田|丸山|杉山|村田|大塚|新井|小山|平野|藤本|河野|上野|野口|武田|松井|千葉|菊地|菊池|岩崎|桜井|木下|野村|松尾|佐野|松岡|島田|熊谷|及川|小笠原|川村|吉川|高野|久保|渡部";

    public static readonly (PersonalDataKind Kind, PersonalDataSign Sign, Regex Pattern)[] All =
    [
        (PersonalDataKind.Email, PersonalDataSign.Form, Of(@"(?<it>[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}@[A-Za-z0-9][A-Za-z0-9\-]{0,62}(?:\.[A-Za-z0-9\-]{1,63}){1,5})")),
        (PersonalDataKind.Telephone, PersonalDataSign.Form, Of(@"(?:^|[^0-9+\-])(?<it>(?:\+81[\- ]?\(?0?\)?|\(?0)[1-9][0-9]{0,3}(?:\)|\)?[\- (]{1,2})[0-9]{1,4}[\- )]{1,2}[0-9]{3,4})(?:$|[^0-9\-])")),
        (PersonalDataKind.Telephone, PersonalDataSign.Form, Of(@"(?:^|[^0-9+\-])(?<it>(?:\+81|0)[1-9][0-9]{8,9})(?:$|[^0-9\-])")),
        (PersonalDataKind.PostalCode, PersonalDataSign.Form, Of(@"(?<it>〒 ?[0-9]{3}-?[0-9]{4})(?:$|[^0-9])")),
        (PersonalDataKind.PostalCode, PersonalDataSign.Form, Of(@"(?:^|[^0-9\-])(?<it>[0-9]{3}-[0-9]{4})(?:$|[^0-9\-])")),
        (PersonalDataKind.Address, PersonalDataSign.Label, Of(@"(?:住所|所在地|居所)[ \t]*[:：][ \t]*(?<it>[^\s、。][^\r\n。]{0,79})")),
        (PersonalDataKind.Address, PersonalDataSign.Form, Of($"(?<it>(?:{Prefectures})?(?:{Kanji}{{1,6}}[市区町村郡]){{1,3}}{Town}{House})")),
        (PersonalDataKind.Address, PersonalDataSign.Form, Of($"(?<it>(?:{Prefectures}){Town}{House})")),
        (PersonalDataKind.Address, PersonalDataSign.Form, Of($"(?<it>{Kanji}{{1,8}}{Number}丁目(?:{House})?)")),
        (PersonalDataKind.Name, PersonalDataSign.Label, Of(@"(?:氏名|名前|署名|姓名|ふりがな|フリガナ|代表者)[ \t]*[:：][ \t]*(?<it>[^\s、。，,:：(（]{1,12}(?:[ ][^\s、。，,:：(（0-9]{1,12})?)")),
        (PersonalDataKind.Name, PersonalDataSign.Introduction, Of($"(?:^|[^々ヶ\\p{{IsCJKUnifiedIdeographs}}\\p{{Cs}}ァ-ヺー])(?<it>{Kanji}{{2,8}}|[ァ-ヺー]{{2,12}}|{Kanji}{{1,4}}[ ](?:{Kanji}|[ぁ-ゖァ-ヺー]){{1,6}})と(?:申します|いいます|言います)")),
        (PersonalDataKind.Name, PersonalDataSign.Honorific, Of($"(?:^|[^々ヶ\\p{{IsCJKUnifiedIdeographs}}\\p{{Cs}}])(?<it>(?:{Families})(?:[ ]?{Kanji}{{1,3}})?)(?:さん|様|さま|氏|殿|先生)")),
        (PersonalDataKind.Name, PersonalDataSign.Signature, Of($"(?:^|\\n)[ \\t]*(?<it>(?:{Families})[ ]?(?:{Kanji}|[ぁ-ゖァ-ヺー]){{1,5}})[ \\t]*(?:\\r|\\n|$)")),
    ];

    static Regex Of(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
