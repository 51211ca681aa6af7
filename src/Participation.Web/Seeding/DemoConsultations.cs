using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediatR;
using Participation.Application.Consultations;
using Participation.Application.Plans;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.Time;
using Participation.Domain.Wording;

namespace Participation.Web.Seeding;

/// <summary>Loads seeds/demo: consultations whose windows lie around today, so that there is always one to write to.</summary>
static class DemoConsultations
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) }, ReadCommentHandling = JsonCommentHandling.Skip,
    };

    public static async Task<int> Load(IServiceProvider services, CancellationToken ct)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "seeds", "demo");
        var mediator = services.GetRequiredService<IMediator>();
        var today = JapanTime.DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow(), JapanTime.Zone);
        var added = 0;
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var demo = JsonSerializer.Deserialize<DemoConsultation>(await File.ReadAllTextAsync(file, ct), Json)!;
            if (!(await mediator.Send(new GetConsultation(demo.Settings.Slug), ct)).Refused) continue;
            await Load(mediator, demo, folder, today, ct);
            added++;
        }
        return added;
    }

    static async Task Load(IMediator mediator, DemoConsultation demo, string folder, DateOnly today, CancellationToken ct)
    {
        var opens = today.AddDays(demo.OpensInDays);
        var settings = demo.Settings with { Opens = Text(opens), Closes = Text(opens.AddDays(demo.Days - 1)) };
        Check(await mediator.Send(settings, ct), demo);
        foreach (var plan in (demo.EarlierPlans ?? []).Append(demo.Plan).OfType<string>())
        {
            var text = await File.ReadAllBytesAsync(Path.Combine(folder, plan), ct);
            Check(await mediator.Send(new ImportPlan(settings.Slug, PlanFormat.Markdown, text), ct), demo);
        }
        if (demo.Translations is { } said) Check(await mediator.Send(new TranslateConsultation(settings.Slug, said), ct), demo);
        if (demo.Population is not null) Check(await mediator.Send(demo.Population with { Slug = settings.Slug }, ct), demo);
        if (demo.Opinions is not { } opinions) return;
        var current = await mediator.Send(new GetPlan(settings.Slug), ct);
        foreach (var opinion in opinions)
        {
            var anchor = opinion.About is null ? null : AnchorOf(current.Value, opinion.About);
            var sender = new Sender(opinion.Name, opinion.Address, AgeBand: opinion.AgeBand, District: opinion.District);
            Check(await mediator.Send(new SubmitOpinions(settings.Slug, sender, [new OpinionDraft(opinion.Text, anchor)]), ct), demo);
        }
    }

    /// <summary>The passage whose words begin so.</summary>
    static string AnchorOf(PlanView plan, string about) =>
        plan.Passages().FirstOrDefault(p => p.Text.StartsWith(about, StringComparison.Ordinal))?.Anchor
        ?? throw new InvalidOperationException($"The demo plan has no passage that begins 「{about}」.");

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static void Check<T>(Outcome<T> outcome, DemoConsultation demo)
    {
        if (outcome.Refused) throw new InvalidOperationException($"{demo.Settings.Slug}: {outcome.Why.Code}");
    }
}

/// <summary>One file of seeds/demo.</summary>
sealed record DemoConsultation(
    AnnounceConsultation Settings, int OpensInDays, int Days, IReadOnlyList<string>? EarlierPlans, string? Plan, GivePopulation? Population,
    IReadOnlyList<Translation>? Translations,
    IReadOnlyList<DemoOpinion>? Opinions);

sealed record DemoOpinion(string Text, string? About, string? Name, string? Address, string? AgeBand, string? District);
