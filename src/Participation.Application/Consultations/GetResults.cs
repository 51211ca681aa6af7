using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Live;
using Participation.Application.Pipeline;
using Participation.Application.Plans;
using Participation.Data;
using Participation.Data.Consultations;
using Participation.Domain.Answering;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.Time;

namespace Participation.Application.Consultations;

/// <summary>
/// 内訳を見る: what counts now, by day, section, channel, age band and district. The same for whoever asks, staff too: what is
/// copied from here may go straight into a paper.
/// </summary>
/// <param name="Edition">As they were when this edition of the result came out; null for now.</param>
[Audience(Audience.Public)]
public sealed record GetResults(string Slug, int? Edition = null) : IRequest<Outcome<ResultsView>>;

sealed class GetResultsHandler(AppDbContext db, ConsultationCatalog catalog, FreshReads fresh)
    : IRequestHandler<GetResults, Outcome<ResultsView>>
{
    public async Task<Outcome<ResultsView>> Handle(GetResults ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { } entry) return Refusal.NotFound;
        if (ask.Edition is { } number) return await OfEdition(entry, number, ct);
        return await fresh.Get((nameof(GetResults), entry.Consultation.Id, entry), async () => Of(
            entry.Consultation, entry.Plan, await db.Tallies.AsNoTracking().Where(t => t.ConsultationId == entry.Consultation.Id).ToListAsync(ct)));
    }

    async Task<Outcome<ResultsView>> OfEdition(CatalogEntry entry, int number, CancellationToken ct)
    {
        var consultation = entry.Consultation;
        var edition = await db.Editions.AsNoTracking().SingleOrDefaultAsync(e => e.ConsultationId == consultation.Id && e.Number == number, ct);
        if (edition is not { Figures.Count: > 0 }) return Refusal.NotFound;
        // The plan that people spoke of: what was decided since may have other parts.
        var plan = entry.Plan.Version == edition.PlanBefore ? entry.Plan : PlanIndex.Of(
            await db.Plans.AsNoTracking().Include(p => p.Sections).SingleOrDefaultAsync(p => p.ConsultationId == consultation.Id && p.Version == edition.PlanBefore, ct));
        return Of(consultation, plan, edition.Tallies());
    }

    static ResultsView Of(Consultation consultation, PlanIndex plan, IEnumerable<Tally> counts)
    {
        var tallies = counts.ToLookup(t => t.Dimension);
        var total = tallies[TallyDimension.Total].FirstOrDefault();
        PeopleCounts People(SenderField field, TallyDimension dimension, IReadOnlyList<string> choices, IReadOnlyList<PopulationCount>? population) =>
            PeopleTable.Of(
                Breakdown.Of(choices, tallies[dimension]), population,
                asked: consultation.RequiredFields.Contains(field) || consultation.OptionalFields.Contains(field));

        return new(
            consultation.Slug, consultation.Title, total?.Submitters ?? 0, total?.Opinions ?? 0, SmallCells.Least, consultation.Population?.Source,
            Days(consultation.Window, tallies[TallyDimension.Day]), SectionTable.Of(plan, tallies[TallyDimension.Section]),
            Channels(consultation, tallies[TallyDimension.Channel]),
            People(SenderField.AgeBand, TallyDimension.AgeBand, consultation.AgeBands, consultation.Population?.ByAgeBand),
            People(SenderField.District, TallyDimension.District, consultation.Districts, consultation.Population?.ByDistrict),
            consultation.PublishedAt is null ? [] : Reflections(consultation, tallies[TallyDimension.Reflection]));
    }

    /// <summary>Every day of the window, both ends and empty ones too; and those after it on which post still came that counts.</summary>
    static List<DayCount> Days(Window window, IEnumerable<Tally> tallies)
    {
        var counted = tallies.Where(t => t.Opinions > 0).ToDictionary(t => DateOnly.ParseExact(t.Key, "yyyy-MM-dd", CultureInfo.InvariantCulture), t => t.Opinions);
        var first = JapanTime.DayOf(window.Opens, JapanTime.Zone);
        var last = counted.Keys.Append(JapanTime.DayOf(window.Closes.AddTicks(-1), JapanTime.Zone)).Max();
        return [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).Select(day => new DayCount(day, counted.GetValueOrDefault(day)))];
    }

    /// <summary>Every code of the city, one that was not used too.</summary>
    static List<ReflectionCount> Reflections(Consultation consultation, IEnumerable<Tally> tallies)
    {
        var counted = tallies.ToDictionary(t => t.Key, t => t.Opinions);
        return [.. consultation.ReflectionCodes.Select(code => new ReflectionCount(code, counted.GetValueOrDefault(code)))];
    }

    /// <summary>The channels it takes, empty ones too, and any other by which something came.</summary>
    static List<ChannelCount> Channels(Consultation consultation, IEnumerable<Tally> tallies)
    {
        var counted = tallies.Where(t => t.Opinions > 0).ToDictionary(t => Enum.Parse<Channel>(t.Key), t => t.Opinions);
        return [.. Enum.GetValues<Channel>().Where(c => counted.ContainsKey(c) || consultation.Channels.Any(rule => rule.Channel == c))
            .Select(c => new ChannelCount(c, counted.GetValueOrDefault(c)))];
    }
}
