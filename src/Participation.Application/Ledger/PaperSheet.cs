using System.Globalization;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Documents.Uploads;
using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.Outcomes;
using Participation.Domain.Time;

namespace Participation.Application.Ledger;

/// <summary>What goes for every row that does not say it itself.</summary>
public sealed record SheetDefaults(Channel? Channel = null, DateOnly? ReceivedOn = null);

/// <summary>One row of a sheet as a submission, or why it is none.</summary>
sealed record PaperLine(int Line, SubmitOpinions? Paper, SubmissionStatus Status, Fault? Fault);

/// <summary>Reads a sheet of submissions, one a row, and judges each row as if it were keyed in.</summary>
sealed class PaperSheet(CatalogEntry entry, SubmitOpinionsValidator shape, SheetDefaults defaults, DateTimeOffset now)
{
    /// <summary>Days as spreadsheets keep them: 1954 to 2119.</summary>
    const double FirstSerial = 20_000, LastSerial = 80_000;

    static readonly Dictionary<string, string[]> Names = new()
    {
        ["received"] = ["受領日", "受付日", "received"], ["postmarked"] = ["消印日", "postmarked"], ["channel"] = ["提出方法", "方法", "channel"],
        ["name"] = ["氏名", "名前", "お名前", "name"], ["address"] = ["住所", "ご住所", "address"], ["email"] = ["メール", "メールアドレス", "email"],
        ["age"] = ["年代", "age"], ["district"] = ["地区", "district"], ["place"] = ["該当箇所", "章節", "section"], ["topic"] = ["分類", "category", "topic"],
        ["text"] = ["意見", "本文", "意見の内容", "text"],
    };

    /// <summary>The columns of the template, in order.</summary>
    public static IReadOnlyList<string> Header => [.. Names.Where(n => n.Key is not "topic").Select(n => n.Value[0])];

    static readonly Dictionary<string, Channel> ChannelWords = Enum.GetValues<Channel>().SelectMany(c => new[] { (c.Words(), c), (c.ToString(), c) })
        .Concat([("ファックス", Channel.Fax), ("メール", Channel.Email), ("Eメール", Channel.Email), ("持参", Channel.Counter), ("説明会", Channel.Meeting), ("懇談会", Channel.Meeting), ("投函", Channel.DropBox)])
        .ToDictionary(w => w.Item1, w => w.Item2, StringComparer.OrdinalIgnoreCase);

    readonly DateOnly today = JapanTime.DayOf(now, JapanTime.Zone);

    readonly Dictionary<string, string> places = entry.Plan.Sections.SelectMany(s => new[] { (s.Anchor, s.Anchor), (s.Title, s.Anchor), ($"{s.Number} {s.Title}".Trim(), s.Anchor) })
        .GroupBy(s => Plain(s.Item1)).ToDictionary(g => g.Key, g => g.First().Item2);

    public Outcome<IReadOnlyList<PaperLine>> Read(Sheet sheet)
    {
        var columns = Names.ToDictionary(n => n.Key, n => sheet.Header.ToList().FindIndex(h => n.Value.Contains(h, StringComparer.OrdinalIgnoreCase)));
        if (columns["text"] < 0) return Refusal.Invalid("file", "sheet-header");
        var seen = new Dictionary<string, int>();
        var lines = new List<PaperLine>(sheet.Rows.Count);
        foreach (var row in sheet.Rows)
        {
            var line = Line(row, name => row[columns[name]]);
            var content = string.Join('\u001F', columns.Values.Where(c => c >= 0).Select(c => row[c]));
            if (line.Fault is null && !seen.TryAdd(content, row.Line)) line = new(row.Line, null, default, new("text", "sheet-row-twice", seen[content]));
            lines.Add(line);
        }
        return Outcome<IReadOnlyList<PaperLine>>.Of(lines);
    }

    PaperLine Line(SheetRow row, Func<string, string> cell)
    {
        PaperLine Bad(Fault fault) => new(row.Line, null, default, fault);
        if (row.Fault is { } unsound) return Bad(new("row", unsound));
        if (cell("text") is "") return Bad(new("text", "opinion-required"));
        Channel? channel = cell("channel") is "" ? defaults.Channel : ChannelWords.TryGetValue(cell("channel"), out var known) ? known : null;
        if (channel is null) return Bad(cell("channel") is "" ? new("channel", "sheet-no-channel") : new("channel", "sheet-channel", cell("channel")));
        if (channel is Channel.Web) return Bad(new("channel", "channel-not-for-import"));
        if (entry.Consultation.RuleFor(channel.Value) is not { } rule) return Bad(new("channel", "channel-not-taken"));
        if (!Day(cell("received"), out var received)) return Bad(new("receivedOn", "sheet-day", cell("received")));
        if (!Day(cell("postmarked"), out var postmarked)) return Bad(new("postmarkedOn", "sheet-day", cell("postmarked")));
        string? anchor = null;
        if (cell("place") is { Length: > 0 } place && !places.TryGetValue(Plain(place), out anchor)) return Bad(new("anchor", "sheet-section", place));

        var paper = new SubmitOpinions(
            entry.Consultation.Slug, new Sender(cell("name"), cell("address"), cell("email"), cell("age"), cell("district")).Trimmed(),
            [new(cell("text").ReplaceLineEndings("\n"), anchor, Topic: cell("topic") is "" ? null : cell("topic"))], channel.Value, received ?? defaults.ReceivedOn, postmarked);
        if (paper.ReceivedOn is null) return Bad(new("receivedOn", "sheet-no-day"));
        var judged = Deadline.Judge(entry.Consultation.Window, rule, new(channel.Value, now, paper.ReceivedOn, postmarked));
        if (judged.Refused) return Bad(judged.Why.Faults.Count > 0 ? judged.Why.Faults[0] : new("receivedOn", judged.Why.Code, judged.Why.Values));
        var faults = SubmissionRules.Check(entry.Consultation, [], paper.Sender, paper.Opinions, entry.Plan.Knows).Concat(shape.FaultsOf(paper)).ToList();
        return faults.Count > 0 ? Bad(faults[0]) : new(row.Line, paper, judged.Value, null);
    }

    bool Day(string text, out DateOnly? day)
    {
        day = null;
        if (text is "") return true;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial)
            day = DateOnly.FromDateTime(DateTime.FromOADate(Math.Floor(serial)));
        else if (PaperDay.TryParse(text, today, out var read)) day = read;
        return day is not null;
    }

    /// <summary>Headings are copied with other spaces and widths than they have.</summary>
    static string Plain(string heading) => string.Concat(heading.Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
}
