using System.Text.Json;
using Participation.Data.Consultations;
using Participation.Domain.Consultations;
using Participation.Domain.People;

namespace Participation.Application.Consultations;

/// <summary>
/// 提出者数 and 件数. The breakdowns count opinions and each adds up to <see cref="Opinions"/>; <c>unknown</c> is 不明
/// (for sections: the plan as a whole). For those who are not staff, age bands and districts that would tell of fewer than five
/// people stand together under <c>folded</c> (<see cref="SmallCells"/>).
/// </summary>
public sealed record Counts(
    int Submitters, int Opinions, int Late, int OutOfScope,
    IReadOnlyDictionary<string, int> ByChannel, IReadOnlyDictionary<string, int> BySection, IReadOnlyDictionary<string, int> ByAgeBand,
    IReadOnlyDictionary<string, int> ByDistrict, IReadOnlyDictionary<string, int> ByTopic, IReadOnlyDictionary<string, int> ByReflection)
{
    public const string Unknown = "unknown";
    public const string Folded = "folded";

    static readonly IReadOnlyDictionary<string, int> Nothing = new Dictionary<string, int>();

    public static readonly Counts None = new(0, 0, 0, 0, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing);

    public static Counts Of(Consultation consultation, IReadOnlyList<Tally> tallies, Caller caller)
    {
        Tally? One(TallyDimension dimension) => tallies.FirstOrDefault(t => t.Dimension == dimension);
        Dictionary<string, int> By(TallyDimension dimension, Func<string, string>? name = null) => tallies
            .Where(t => t.Dimension == dimension && t.Opinions > 0).OrderBy(t => t.Key, StringComparer.Ordinal)
            .ToDictionary(t => t.Key is "" ? Unknown : name?.Invoke(t.Key) ?? t.Key, t => t.Opinions);

        IReadOnlyDictionary<string, int> ByPeople(TallyDimension dimension, IReadOnlyList<string> choices) =>
            caller.IsStaffOf(consultation.Space) ? By(dimension) : Breakdown.Of(choices, tallies.Where(t => t.Dimension == dimension)).OpinionsShown();

        return new(
            One(TallyDimension.Total)?.Submitters ?? 0, One(TallyDimension.Total)?.Opinions ?? 0,
            One(TallyDimension.Late)?.Opinions ?? 0, One(TallyDimension.OutOfScope)?.Opinions ?? 0,
            By(TallyDimension.Channel, JsonNamingPolicy.CamelCase.ConvertName), By(TallyDimension.Section),
            ByPeople(TallyDimension.AgeBand, consultation.AgeBands), ByPeople(TallyDimension.District, consultation.Districts), By(TallyDimension.Topic), By(TallyDimension.Reflection));
    }
}
