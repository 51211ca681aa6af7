using System.Text.Json;
using Participation.Domain.Live;
using Participation.Domain.Outcomes;
using Participation.Domain.Retention;
using Participation.Domain.Time;
using Participation.Domain.Wording;

namespace Participation.Domain.Consultations;

/// <summary>パブリックコメント案件: one call for opinions on a plan, with a window.</summary>
public sealed class Consultation : Aggregate
{
    Consultation() { }

    public int Id { get; private set; }
    public string Slug { get; private set; } = "";
    /// <summary>Slug of the space it belongs to.</summary>
    public string? Space { get; private set; }
    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public string Eligibility { get; private set; } = "";
    public string Office { get; private set; } = "";
    public DateTimeOffset Opens { get; private set; }
    public DateTimeOffset Closes { get; private set; }
    public string TimeZone { get; private set; } = JapanTime.ZoneId;
    public int MinimumDays { get; private set; }
    public string? ShorteningReason { get; private set; }
    public IReadOnlyList<SenderField> RequiredFields { get; private set; } = [];
    public IReadOnlyList<SenderField> OptionalFields { get; private set; } = [];
    public IReadOnlyList<ChannelRule> Channels { get; private set; } = [];
    public IReadOnlyList<string> ReflectionCodes { get; private set; } = [];
    public IReadOnlyList<string> AgeBands { get; private set; } = [];
    public IReadOnlyList<string> Districts { get; private set; } = [];
    /// <summary>Of <see cref="Sayable"/>.</summary>
    public IReadOnlyList<Translation> Translations { get; private set; } = [];
    /// <summary>人口, to see who is missing among the senders; null until staff give it.</summary>
    public Population? Population { get; private set; }

    /// <summary>How many months after publication its senders are kept; null for as long as the site says.</summary>
    public int? SenderMonths { get; private set; }

    public DateTimeOffset AnnouncedAt { get; private set; }
    /// <summary>What was changed since, oldest first.</summary>
    public IReadOnlyList<Amendment> Amendments { get; private set; } = [];
    public DateTimeOffset? AmendedAt { get; private set; }
    public DateTimeOffset? AnsweringAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>回答の期限, among staff: the last day on which answers are to be approved.</summary>
    public DateOnly? AnswersDue { get; private set; }

    public Window Window => Window.Between(Opens, Closes, TimeZoneInfo.FindSystemTimeZoneById(TimeZone))!;

    public string Stream => Streams.Consultation(Slug);

    /// <summary>What can be said again in other languages.</summary>
    public IReadOnlyDictionary<string, string> Sayable => new Dictionary<string, string>
    {
        ["title"] = Title, ["summary"] = Summary, ["eligibility"] = Eligibility, ["office"] = Office, ["shorteningReason"] = ShorteningReason ?? "",
    };

    /// <summary>Announces a call; refused for what <see cref="ConsultationSettings.Faults"/> finds.</summary>
    public static Outcome<Consultation> Announce(ConsultationSettings settings, DateTimeOffset now)
    {
        var faults = settings.Faults().ToList();
        if (faults.Count > 0) return Refusal.Invalid(faults);

        var consultation = new Consultation { Slug = settings.Slug, Space = settings.Space, TimeZone = settings.Window.Zone.Id, AnnouncedAt = now };
        consultation.Take(settings);
        consultation.Log("consultation.announced", consultation.Stream);
        consultation.Tell(consultation.Stream, Kinds.ConsultationAnnounced);
        return consultation;
    }

    /// <summary>Changes an announced call, within <see cref="Amending"/>. What is said again of a changed text is no longer said.</summary>
    /// <param name="settings">All of them, also those that stay; slug, space and time zone do.</param>
    /// <param name="reason">Shown to the public; needed where the window moves.</param>
    public Outcome<Done> Amend(ConsultationSettings settings, string? reason, DateTimeOffset now)
    {
        var faults = settings.Faults().Concat(Amending.Faults(this, settings, reason, now)).ToList();
        if (faults.Count > 0) return Refusal.Invalid(faults);
        var changed = Amending.Changes(this, settings).ToList();
        if (changed.Count is 0) return Done.It;

        var moved = settings.Window != Window;
        Amendments = [.. Amendments, new(now, changed, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), moved ? Opens : null, moved ? Closes : null)];
        AmendedAt = now;
        Translations = [.. Translations.Where(t => !changed.Contains(t.Field))];
        Take(settings);
        Log("consultation.amended", Stream);
        Tell(Stream, Kinds.ConsultationAmended, JsonSerializer.Serialize(new { changed }));
        return Done.It;
    }

    void Take(ConsultationSettings settings)
    {
        (Title, Summary, Eligibility, Office) = (settings.Title.Trim(), settings.Summary, settings.Eligibility, settings.Office);
        (Opens, Closes, MinimumDays, ShorteningReason) = (settings.Window.Opens, settings.Window.Closes, settings.MinimumDays, settings.ShorteningReason);
        (RequiredFields, OptionalFields, Channels) = (settings.RequiredFields, settings.OptionalFields, settings.Channels);
        (ReflectionCodes, AgeBands, Districts) = (settings.ReflectionCodes, settings.AgeBands, settings.Districts);
    }

    public Stage StageAt(DateTimeOffset now) =>
        PublishedAt is not null ? Stage.Published
        : AnsweringAt is not null ? Stage.Answering
        : now < Opens ? Stage.Announced
        : now < Closes ? Stage.Open
        : Stage.Closed;

    /// <summary>The rule of a channel, or null when it is not taken. What a city hears at its own meetings always is.</summary>
    public ChannelRule? RuleFor(Channel channel) =>
        Channels.FirstOrDefault(c => c.Channel == channel)
        ?? (channel is Channel.Meeting or Channel.Workshop ? new ChannelRule(channel) : null);

    /// <summary>Gives the population to compare senders with; again, when there are newer figures.</summary>
    public Outcome<Done> Give(Population population)
    {
        var faults = population.Check(this);
        if (faults.Count > 0) return Refusal.Invalid(faults);
        Population = population with { Source = population.Source.Trim() };
        Log("consultation.population-given", Stream);
        Tell(Stream, Kinds.PopulationGiven);
        return Done.It;
    }

    /// <summary>Says it in other languages; what was said before in them is no longer said.</summary>
    public Outcome<Done> Translate(IReadOnlyList<Translation> translations)
    {
        var faults = Wording.Translations.Check(translations, Sayable).ToList();
        if (faults.Count > 0) return Refusal.Invalid(faults);
        Translations = translations;
        Log("consultation.translated", Stream);
        Tell(Stream, Kinds.Translated);
        return Done.It;
    }

    /// <summary>提出者の保管期間を決める. What was removed by an earlier rule does not come back.</summary>
    /// <param name="months">Null for as long as the site says.</param>
    public Outcome<Done> KeepSenders(int? months)
    {
        if (months is < 1 or > Disposal.MonthsAtMost) return Refusal.Invalid("months", "months-range", Disposal.MonthsAtMost);
        if (months == SenderMonths) return Done.It;
        Log("consultation.retention-set", Stream, JsonSerializer.Serialize(new { before = SenderMonths, months }));
        Tell(Stream, Kinds.RetentionSet);
        SenderMonths = months;
        return Done.It;
    }

    /// <summary>Sets or clears the day by which answers are to be approved. Staff's own: nobody else hears of it.</summary>
    public void DueAnswers(DateOnly? day)
    {
        if (day == AnswersDue) return;
        AnswersDue = day;
        Log("consultation.answers-due", Stream);
    }

    /// <summary>回答作成に入る. Only after the window has closed, and once.</summary>
    public Outcome<Done> BeginAnswering(DateTimeOffset now) => Enter(Stage.Closed, Stage.Answering, now, () => AnsweringAt = now);

    /// <summary>結果を公表する. Only from <see cref="Stage.Answering"/>.</summary>
    public Outcome<Done> Publish(DateTimeOffset now) => Enter(Stage.Answering, Stage.Published, now, () => PublishedAt = now);

    Outcome<Done> Enter(Stage from, Stage to, DateTimeOffset now, Action enter)
    {
        var stage = StageAt(now);
        if (stage != from) return Refusal.Conflict("wrong-stage", stage, from);
        enter();
        var name = to.ToString().ToLowerInvariant();
        Log($"consultation.{name}", Stream);
        Tell(Stream, Kinds.StageChanged, $$"""{"stage":"{{name}}"}""");
        return Done.It;
    }
}
