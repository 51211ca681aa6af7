using Participation.Application.Consultations;
using Participation.Domain.Consultations;

namespace Participation.Web.Pages.Staff;

/// <summary>What staff type of a new call.</summary>
public sealed class NewConsultationForm
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
    public List<SenderField> Required { get; set; } = [];
    public List<SenderField> Optional { get; set; } = [];

    /// <summary>Every way until staff choose.</summary>
    public List<Channel> Channels { get; set; } = [];

    public bool Postmark { get; set; }
    public string? PostUntil { get; set; }

    /// <summary>One on each line, as the two below.</summary>
    public string? AgeBands { get; set; }

    public string? Districts { get; set; }
    public string? ReflectionCodes { get; set; }

    public AnnounceConsultation ToRequest() => new()
    {
        Key = Key, Title = Title ?? "", Slug = Slug?.Trim() ?? "", Summary = Summary, Space = string.IsNullOrEmpty(Space) ? null : Space, Opens = Opens, Closes = Closes,
        MinimumDays = MinimumDays, ShorteningReason = ShorteningReason, Eligibility = Eligibility, Office = Office,
        RequiredFields = Required, OptionalFields = [.. Optional.Except(Required)], Channels = [.. Channels.Select(SettingOf)],
        AgeBands = Lines(AgeBands), Districts = Lines(Districts), ReflectionCodes = Lines(ReflectionCodes),
    };

    ChannelSetting SettingOf(Channel channel) => channel is Channel.Post && Postmark
        ? new(channel, DeadlineRule.Postmark, string.IsNullOrWhiteSpace(PostUntil) ? null : PostUntil)
        : new(channel);

    static List<string> Lines(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
