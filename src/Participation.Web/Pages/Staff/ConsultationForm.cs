using System.Globalization;
using Participation.Application.Consultations;
using Participation.Domain.Consultations;
using Participation.Domain.Time;

namespace Participation.Web.Pages.Staff;

/// <summary>What staff type of a call, new or announced.</summary>
public sealed class ConsultationForm
{
    public string? Key { get; set; }
    public string? Title { get; set; }
    public string? Slug { get; set; }
    public string? Summary { get; set; }
    public string? Space { get; set; }
    public string? Opens { get; set; }
    public string? Closes { get; set; }
    public int? MinimumDays { get; set; }
    public string? ShorteningReason { get; set; }
    public string? Eligibility { get; set; }
    public string? Office { get; set; }

    // A list of which nothing was ticked is bound as null.
    public List<SenderField> Required { get; set => field = value ?? []; } = [];
    public List<SenderField> Optional { get; set => field = value ?? []; } = [];

    /// <summary>Every way until staff choose.</summary>
    public List<Channel> Channels { get; set => field = value ?? []; } = [];

    public bool Postmark { get; set; }
    public string? PostUntil { get; set; }

    /// <summary>One on each line, as the two below.</summary>
    public string? AgeBands { get; set; }

    public string? Districts { get; set; }
    public string? ReflectionCodes { get; set; }

    /// <summary>Why an announced call is changed.</summary>
    public string? Reason { get; set; }

    /// <summary>When it had last been changed as this form was filled in; empty for never.</summary>
    public string? Seen { get; set; }

    public static ConsultationForm Of(ConsultationView c) => new()
    {
        Title = c.Title, Summary = c.Summary, Opens = Text(c.Window.FirstDay), Closes = Text(c.Window.LastDay), MinimumDays = c.MinimumDays,
        ShorteningReason = c.ShorteningReason, Eligibility = c.Eligibility, Office = c.Office, Required = [.. c.RequiredFields], Optional = [.. c.OptionalFields],
        Channels = [.. c.Channels.Select(r => r.Channel)], Postmark = PostOf(c)?.Rule is DeadlineRule.Postmark, PostUntil = LastDayOf(PostOf(c), c.Window),
        AgeBands = string.Join('\n', c.AgeBands), Districts = string.Join('\n', c.Districts), ReflectionCodes = string.Join('\n', c.ReflectionCodes),
        Seen = SeenOf(c),
    };

    public static string? SeenOf(ConsultationView c) => c.Amendments is [.., var last] ? last.At.ToString("O", CultureInfo.InvariantCulture) : null;

    public AnnounceConsultation ToRequest() => new()
    {
        Key = Key, Title = Title ?? "", Slug = Slug?.Trim() ?? "", Summary = Summary, Space = string.IsNullOrEmpty(Space) ? null : Space, Opens = Opens, Closes = Closes,
        MinimumDays = MinimumDays, ShorteningReason = ShorteningReason, Eligibility = Eligibility, Office = Office,
        RequiredFields = Required, OptionalFields = [.. Optional.Except(Required)], Channels = [.. Channels.Select(SettingOf)],
        AgeBands = Lines(AgeBands), Districts = Lines(Districts), ReflectionCodes = Lines(ReflectionCodes),
    };

    /// <summary>What a day in the form can't say, such as an hour, stays as it is while the day does.</summary>
    /// <param name="now">The call as it was announced.</param>
    /// <param name="open">Whether it has opened: what is fixed then is not asked for.</param>
    public AmendConsultation ToAmendment(ConsultationView now, bool open)
    {
        var to = ToRequest();
        var (was, post) = (Of(now), PostOf(now));
        bool samePost = was.Postmark == Postmark && (was.PostUntil ?? "") == (PostUntil ?? "");
        ChannelSetting Keep(ChannelRule had) => new(had.Channel, had.Rule, had.Until?.ToString("O", CultureInfo.InvariantCulture));
        return new(now.Slug, to with
        {
            // Emptied, not left out: the first is at fault, the second would stay as it is.
            Title = string.IsNullOrEmpty(Title) ? " " : Title,
            Summary = Summary ?? "", Eligibility = Eligibility ?? "", Office = Office ?? "", ShorteningReason = ShorteningReason ?? "",
            Opens = open || Opens == was.Opens ? null : Opens, Closes = Closes == was.Closes ? null : Closes, MinimumDays = open ? null : MinimumDays,
            RequiredFields = open ? null : to.RequiredFields, OptionalFields = open ? null : to.OptionalFields,
            AgeBands = open ? null : to.AgeBands, Districts = open ? null : to.Districts,
            Channels = [.. Channels.Select(c => now.Channels.FirstOrDefault(r => r.Channel == c) is { } had && (had != post || samePost) ? Keep(had) : SettingOf(c))],
        }, Reason, DateTimeOffset.TryParse(Seen, CultureInfo.InvariantCulture, out var seen) ? seen : null);
    }

    static ChannelRule? PostOf(ConsultationView c) => c.Channels.FirstOrDefault(r => r.Channel is Channel.Post);

    static string? LastDayOf(ChannelRule? rule, WindowView window) =>
        rule?.Until is { } until ? Text(JapanTime.DayOf(until.AddTicks(-1), TimeZoneInfo.FindSystemTimeZoneById(window.TimeZone))) : null;

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    ChannelSetting SettingOf(Channel channel) => channel is Channel.Post && Postmark
        ? new(channel, DeadlineRule.Postmark, string.IsNullOrWhiteSpace(PostUntil) ? null : PostUntil)
        : new(channel);

    static List<string> Lines(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
