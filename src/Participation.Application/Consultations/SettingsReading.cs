using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;

namespace Participation.Application.Consultations;

/// <summary>Reads what staff wrote of a call into settings.</summary>
static class SettingsReading
{
    public static Outcome<ConsultationSettings> Read(this AnnounceConsultation ask)
    {
        var window = WindowText.Parse(ask.Opens, ask.Closes, ask.TimeZone);
        if (window.Refused) return window.Why;
        var channels = ChannelsOf(ask, window.Value.Zone);
        if (channels.Refused) return channels.Why;
        return new ConsultationSettings
        {
            Slug = ask.Slug, Space = ask.Space, Title = ask.Title, Summary = ask.Summary ?? "", Eligibility = ask.Eligibility ?? "", Office = ask.Office ?? "",
            Window = window.Value, MinimumDays = ask.MinimumDays ?? ConsultationSettings.UsualMinimumDays, ShorteningReason = ask.ShorteningReason,
            RequiredFields = ask.RequiredFields ?? [], OptionalFields = ask.OptionalFields ?? [], Channels = channels.Value,
            ReflectionCodes = ask.ReflectionCodes ?? [], AgeBands = ask.AgeBands ?? [], Districts = ask.Districts ?? [],
        };
    }

    /// <summary>What is not said stays as it is.</summary>
    public static AnnounceConsultation Over(this AnnounceConsultation ask, Consultation now) => ask with
    {
        Slug = now.Slug, Space = now.Space, TimeZone = now.TimeZone,
        Title = ask.Title.Length > 0 ? ask.Title : now.Title, Summary = ask.Summary ?? now.Summary, Eligibility = ask.Eligibility ?? now.Eligibility,
        Office = ask.Office ?? now.Office, Opens = ask.Opens ?? Written(now.Opens), Closes = ask.Closes ?? Written(now.Closes),
        MinimumDays = ask.MinimumDays ?? now.MinimumDays, ShorteningReason = ask.ShorteningReason ?? now.ShorteningReason,
        RequiredFields = ask.RequiredFields ?? now.RequiredFields, OptionalFields = ask.OptionalFields ?? now.OptionalFields,
        Channels = ask.Channels ?? [.. now.Channels.Select(c => new ChannelSetting(c.Channel, c.Rule, c.Until is { } until ? Written(until) : null))],
        ReflectionCodes = ask.ReflectionCodes ?? now.ReflectionCodes, AgeBands = ask.AgeBands ?? now.AgeBands, Districts = ask.Districts ?? now.Districts,
    };

    static string Written(DateTimeOffset at) => at.UtcDateTime.ToString("O");

    static Outcome<IReadOnlyList<ChannelRule>> ChannelsOf(AnnounceConsultation ask, TimeZoneInfo zone)
    {
        if (ask.Channels is null) return Outcome<IReadOnlyList<ChannelRule>>.Of([.. Enum.GetValues<Channel>().Select(c => new ChannelRule(c))]);
        var rules = new List<ChannelRule>();
        foreach (var (setting, i) in ask.Channels.Select((c, i) => (c, i)))
        {
            var until = setting.Until is null ? null : WindowText.ReadEnd(setting.Until, zone, last: true);
            if (setting.Until is not null && until is null) return Refusal.Invalid($"channels[{i}].until", "date-unreadable");
            rules.Add(new(setting.Channel, setting.Rule, until));
        }
        return rules;
    }
}
